"""In which rounds two teams must exchange games so that pairs meet as they should.

Planned on the two teams' meetings alone, before any game is touched: most chains
that are begun do not close, and a plan costs a hundredth of carrying one out.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import free_to_move
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk

_NONE = -1
_HOSTS, _VISITS = 0, 1


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
    for third in range(league.teams):
        walk.ahead[0, _HOSTS, third] = board.hosted[one, third]
        walk.ahead[0, _VISITS, third] = board.hosted[third, one]
        walk.ahead[1, _HOSTS, third] = board.hosted[other, third]
        walk.ahead[1, _VISITS, third] = board.hosted[third, other]
    for round_ in range(league.rounds):
        walk.in_round[round_] = 0
    walk.chain_length = 0
    for step in range(length):
        if not _add(league, board, walk, one, other, first + step):
            return False
    while walk.chain_length <= walk.longest_chain:
        round_ = _next_round(league, board, walk, one, other)
        if round_ == _NONE:
            return True
        if not _add(league, board, walk, one, other, round_):
            return False
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
    walk.in_round[round_] = 1
    walk.round_chain[walk.chain_length] = round_
    walk.chain_length += 1
    for turn in range(2):
        team = one if turn == 0 else other
        third = board.opponent[team, round_]
        if third != NOBODY:
            side = _HOSTS if board.at_home[team, round_] else _VISITS
            walk.ahead[turn, side, third] -= 1
            walk.ahead[1 - turn, side, third] += 1
    return True


@inner_kernel
def _next_round(
    league: CompiledLeague, board: Board, walk: Walk, one: int, other: int
) -> int:
    """A round not yet planned whose exchange mends a pair's meetings."""
    rounds = league.rounds
    offset = below(walk.random, rounds)
    for step in range(offset, offset + rounds):
        # A division would cost more than all else that is done with a round.
        round_ = step if step < rounds else step - rounds
        if walk.in_round[round_]:
            continue
        for turn in range(2):
            team = one if turn == 0 else other
            third = board.opponent[team, round_]
            if third == NOBODY or third in (one, other):
                continue
            partner = other if turn == 0 else one
            if _too_often(league, board, walk, turn, team, round_):
                return round_
            if _met(walk, 1 - turn, third) < league.pair_least[partner, third]:
                return round_
    return _NONE


@inner_kernel
def _met(walk: Walk, turn: int, third: int) -> int:
    return int(walk.ahead[turn, _HOSTS, third] + walk.ahead[turn, _VISITS, third])


@inner_kernel
def _too_often(
    league: CompiledLeague, board: Board, walk: Walk, turn: int, team: int, round_: int
) -> bool:
    third = board.opponent[team, round_]
    if _met(walk, turn, third) > league.pair_most[team, third]:
        return True
    side = _HOSTS if board.at_home[team, round_] else _VISITS
    return bool(walk.ahead[turn, side, third] > league.pair_most_at_one[team, third])
