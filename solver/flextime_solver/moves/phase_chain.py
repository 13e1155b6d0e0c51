"""Partial swap of two teams within one phase of a phased season.

The move for phased seasons of Rosati, Petris, Di Gaspero and Schaerf (2022),
doi 10.1007/s10951-022-00740-y: the chain closes within the phase. If a pair then plays
at one venue too often, the venue of this game or of that in another phase is reversed.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.exchange import insert, stage_swap
from flextime_solver.moves.search_state import SearchState
from flextime_solver.moves.team_chain import can_swap
from flextime_solver.moves.venue_moves import find_hosted_round, reverse_game
from flextime_solver.solution.solution import Solution

_NONE = -1
PHASE_INCOMPLETE = -1
"""Chain length if a pair does not meet in the phase."""


@inner_kernel
def partial_swap_teams_in_phase(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Swap two teams' games in `length` rounds and along the chain from there.

    `state.chain_length` is `PHASE_INCOMPLETE` if the chain cannot be followed.
    """
    for round_ in range(league.rounds):
        state.in_round[round_] = 0
    state.chain_length = 0
    for step in range(length):
        if not _follow(league, solution, state, one, other, first + step):
            return False
    for number in range(state.chain_length):
        stage_swap(league, solution, state, one, other, state.round_chain[number])
    _repair_venues(league, solution, state)
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
    """Add the rounds of the phase in which games must be swapped because of `first`."""
    round_ = first
    while state.in_round[round_] == 0:
        third = solution.opponent[other, round_]
        if third == NO_OPPONENT or not can_swap(league, solution, one, other, round_):
            return False
        if third == one:
            return False
        if state.chain_length == state.max_chain_length:
            return False
        state.in_round[round_] = 1
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        round_ = _meeting_in_phase(league, solution, one, third, first)
        if round_ == _NONE:
            state.chain_length = PHASE_INCOMPLETE
            return False
    return True


@inner_kernel
def _meeting_in_phase(
    league: CompiledLeague, solution: Solution, team: int, third: int, round_: int
) -> int:
    """Return the round in the phase of `round_` in which two teams meet, or -1."""
    start = round_ // league.rounds_per_phase * league.rounds_per_phase
    end = min(league.rounds, start + league.rounds_per_phase)
    for other_round in range(start, end):
        if solution.opponent[team, other_round] == third:
            return other_round
    return _NONE


@inner_kernel
def _repair_venues(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> None:
    """Reverse venues of staged games, or of games in other phases, where needed."""
    # Where either could be reversed, a fair coin decides for the whole move.
    reverse_staged = uniform(state.random) < 0.5
    for number in range(state.staged_count):
        home, away = state.staged[number, 0], state.staged[number, 1]
        max_hosted = league.pair_max_at_one[home, away]
        if solution.hosted[home, away] < max_hosted:
            continue
        back = _NONE
        if not reverse_staged or solution.hosted[away, home] >= max_hosted:
            back = find_hosted_round(league, solution, home, away)
        if back != _NONE:
            reverse_game(league, solution, state, home, back)
        elif solution.hosted[away, home] < max_hosted:
            state.staged[number, 0] = away
            state.staged[number, 1] = home
