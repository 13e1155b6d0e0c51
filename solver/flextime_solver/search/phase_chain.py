"""Two teams exchange games of one part of a season in parts.

The partial swap of teams for phased seasons of Rosati, Petris, Di Gaspero and Schaerf
(2022), doi 10.1007/s10951-022-00740-y: the chain closes within the part. Where a pair
then has a venue too often, its game here or that of another part is turned around.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import put_down, swap
from flextime_solver.search.random import uniform
from flextime_solver.search.team_chain import can_swap
from flextime_solver.search.venue_moves import hosted_in, turn
from flextime_solver.search.walk import Walk

_NONE = -1
PART_IS_BROKEN = -1
"""Length of a chain that cannot be followed: a pair does not meet in its part."""


@inner_kernel
def exchange_teams_in_phase(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Two teams take over each other's games in `length` rounds, then what follows.

    Where that part of the season is none, `walk.chain_length` says so.
    """
    for round_ in range(league.rounds):
        walk.in_round[round_] = 0
    walk.chain_length = 0
    for step in range(length):
        if not _follow(league, board, walk, one, other, first + step):
            return False
    for number in range(walk.chain_length):
        swap(league, board, walk, one, other, walk.round_chain[number])
    _mend_venues(league, board, walk)
    put_down(league, board, walk)
    return True


@inner_kernel
def _follow(
    league: CompiledLeague, board: Board, walk: Walk, one: int, other: int, first: int
) -> bool:
    """Plan the rounds that exchanging the games of one drags along in its part."""
    round_ = first
    while walk.in_round[round_] == 0:
        third = board.opponent[other, round_]
        if third == NOBODY or not can_swap(league, board, one, other, round_):
            return False
        if third == one:
            return False
        if walk.chain_length == walk.longest_chain:
            return False
        walk.in_round[round_] = 1
        walk.round_chain[walk.chain_length] = round_
        walk.chain_length += 1
        round_ = _meeting_in_phase(league, board, one, third, first)
        if round_ == _NONE:
            walk.chain_length = PART_IS_BROKEN
            return False
    return True


@inner_kernel
def _meeting_in_phase(
    league: CompiledLeague, board: Board, team: int, third: int, round_: int
) -> int:
    start = round_ // league.rounds_per_phase * league.rounds_per_phase
    end = min(league.rounds, start + league.rounds_per_phase)
    for other_round in range(start, end):
        if board.opponent[team, other_round] == third:
            return other_round
    return _NONE


@inner_kernel
def _mend_venues(league: CompiledLeague, board: Board, walk: Walk) -> None:
    """Turn games in the hand, or those of other parts, where a venue is full."""
    turn_here = uniform(walk.random) < 0.5
    for number in range(walk.held_count):
        home, away = walk.held[number, 0], walk.held[number, 1]
        most = league.pair_most_at_one[home, away]
        if board.hosted[home, away] < most:
            continue
        back = _NONE
        if not turn_here or board.hosted[away, home] >= most:
            back = hosted_in(league, board, home, away)
        if back != _NONE:
            turn(league, board, walk, home, back)
        elif board.hosted[away, home] < most:
            walk.held[number, 0] = away
            walk.held[number, 1] = home
