"""In which rounds two teams must exchange games so that pairs meet as they should.

Planned on the two teams' meetings alone, before any game is touched: most chains
that are begun do not close, and a plan costs a hundredth of carrying one out.
"""

from flextime_solver.kernel import inlined_kernel, inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.round_sets import (
    ROUND_WORDS,
    bit_of,
    next_round,
    word_of,
)
from flextime_solver.search.exchange import free_to_move
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk

_NONE = -1
_HOSTS, _VISITS = 0, 1
_BOTH = 2


@inner_kernel
def can_swap(
    league: CompiledLeague, board: Board, one: int, other: int, round_: int
) -> bool:
    if board.opponent[one, round_] == other:
        return True
    return free_to_move(league, one, round_) and free_to_move(league, other, round_)


@inner_kernel
def plan_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Whether a chain from `length` rounds on closes; `walk.round_chain` has it."""
    walk.chain_length = 0
    walk.planned[:] = 0
    walk.pending[:] = 0
    walk.gained[:] = 0
    for step in range(length):
        if not _add(league, board, walk, one, other, first + step):
            return False
    while True:
        round_ = _pending_round(league, walk)
        if round_ == _NONE:
            return True
        if walk.chain_length == walk.longest_chain:
            return False
        if not _add(league, board, walk, one, other, round_):
            return False


@inner_kernel
def _add(
    league: CompiledLeague, board: Board, walk: Walk, one: int, other: int, round_: int
) -> bool:
    """Plan the exchange of a round's games."""
    if board.opponent[one, round_] == other:
        return False
    if not can_swap(league, board, one, other, round_):
        return False
    walk.planned[word_of(round_)] |= bit_of(round_)
    walk.round_chain[walk.chain_length] = round_
    walk.chain_length += 1
    thirds = board.opponent[one, round_], board.opponent[other, round_]
    for turn in range(2):
        if thirds[turn] != NOBODY:
            team = one if turn == 0 else other
            side = _HOSTS if board.at_home[team, round_] else _VISITS
            walk.gained[turn, side, thirds[turn]] -= 1
            walk.gained[1 - turn, side, thirds[turn]] += 1
    for third in thirds:
        if third != NOBODY:
            _look_again(league, board, walk, 0, one, other, third)
            _look_again(league, board, walk, 1, other, one, third)
    return True


@inlined_kernel
def _look_again(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    turn: int,
    team: int,
    partner: int,
    third: int,
) -> None:
    """Note in which rounds `team` must pass its game with a third team on."""
    gained = walk.gained
    hosts = board.hosted[team, third] + gained[turn, _HOSTS, third]
    visits = board.hosted[third, team] + gained[turn, _VISITS, third]
    of_partner = gained[1 - turn, _HOSTS, third] + gained[1 - turn, _VISITS, third]
    too_often = hosts + visits > league.pair_most[team, third]
    missed = (
        board.meetings[partner, third] + of_partner < league.pair_least[partner, third]
    )
    most_at_one = league.pair_most_at_one[team, third]
    at_home = too_often or missed or hosts > most_at_one
    away = too_often or missed or visits > most_at_one
    for word in range(word_of(league.rounds - 1) + 1):
        hosting = board.rounds_hosted[team, third, word]
        visiting = board.rounds_hosted[third, team, word]
        others = walk.pending[turn, word] & ~(hosting | visiting)
        these = (hosting if at_home else 0) | (visiting if away else 0)
        walk.pending[turn, word] = others | (these & ~walk.planned[word])


@inner_kernel
def _pending_round(league: CompiledLeague, walk: Walk) -> int:
    """A round not yet planned whose exchange mends a pair's meetings."""
    for word in range(ROUND_WORDS):
        walk.pending[_BOTH, word] = walk.pending[0, word] | walk.pending[1, word]
    return next_round(walk.pending[_BOTH], below(walk.random, league.rounds))
