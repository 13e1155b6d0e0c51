"""Two teams exchange games of one part of a season in parts.

The partial swap of teams for phased seasons of Rosati, Petris, Di Gaspero and Schaerf
(2022), doi 10.1007/s10951-022-00740-y: the chain closes within the part. Where a pair
then has a venue too often, its game here or that of another part is turned around.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.exchange import insert, swap
from flextime_solver.moves.search_state import SearchState
from flextime_solver.moves.team_chain import can_swap
from flextime_solver.moves.venue_moves import hosted_in, turn
from flextime_solver.solution.solution import Solution

_NONE = -1
PART_IS_BROKEN = -1
"""Length of a chain that cannot be followed: a pair does not meet in its part."""


@inner_kernel
def exchange_teams_in_phase(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Two teams take over each other's games in `length` rounds, then what follows.

    Where that part of the season is none, `state.chain_length` says so.
    """
    for round_ in range(league.rounds):
        state.in_round[round_] = 0
    state.chain_length = 0
    for step in range(length):
        if not _follow(league, solution, state, one, other, first + step):
            return False
    for number in range(state.chain_length):
        swap(league, solution, state, one, other, state.round_chain[number])
    _mend_venues(league, solution, state)
    insert(league, solution, state)
    return True


@inner_kernel
def _follow(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
) -> bool:
    """Plan the rounds that exchanging the games of one drags along in its part."""
    round_ = first
    while state.in_round[round_] == 0:
        third = solution.opponent[other, round_]
        if third == NO_OPPONENT or not can_swap(league, solution, one, other, round_):
            return False
        if third == one:
            return False
        if state.chain_length == state.longest_chain:
            return False
        state.in_round[round_] = 1
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        round_ = _meeting_in_phase(league, solution, one, third, first)
        if round_ == _NONE:
            state.chain_length = PART_IS_BROKEN
            return False
    return True


@inner_kernel
def _meeting_in_phase(
    league: CompiledLeague, solution: Solution, team: int, third: int, round_: int
) -> int:
    start = round_ // league.rounds_per_phase * league.rounds_per_phase
    end = min(league.rounds, start + league.rounds_per_phase)
    for other_round in range(start, end):
        if solution.opponent[team, other_round] == third:
            return other_round
    return _NONE


@inner_kernel
def _mend_venues(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> None:
    """Turn games in the hand, or those of other parts, where a venue is full."""
    turn_here = uniform(state.random) < 0.5
    for number in range(state.staged_count):
        home, away = state.staged[number, 0], state.staged[number, 1]
        most = league.pair_max_at_one[home, away]
        if solution.hosted[home, away] < most:
            continue
        back = _NONE
        if not turn_here or solution.hosted[away, home] >= most:
            back = hosted_in(league, solution, home, away)
        if back != _NONE:
            turn(league, solution, state, home, back)
        elif solution.hosted[away, home] < most:
            state.staged[number, 0] = away
            state.staged[number, 1] = home
