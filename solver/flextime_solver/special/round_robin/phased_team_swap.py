"""Partial swap of teams for phased seasons.

The neighbourhood of Rosati, Petris, Di Gaspero and Schaerf (2022),
doi 10.1007/s10951-022-00740-y, whose chain of rounds closes within one phase. If the
two teams meet a third at different venues, either all games keep their venues, or the
teams keep their home-away patterns and the pairs' games in the other phase are
reversed.
"""

from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.partial_team_swap import MAX_CHAIN, NO_CHAIN
from flextime_solver.special.round_robin.round_robin_moves import (
    is_at_home,
    stage_game,
)
from flextime_solver.special.round_robin.round_robin_solution import (
    RoundRobinSolution,
)


@inner_kernel
def phased_partial_swap_teams(
    solution: RoundRobinSolution, state: SearchState, length: int
) -> bool:
    """Exchange the opponents of two teams in `length` rounds and those they require."""
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    per_phase = solution.rounds_per_phase
    start = below(state.random, solution.rounds) // per_phase * per_phase
    first = start + below(state.random, per_phase - length + 1)
    if one == other:
        return False
    state.chain_length = 0
    known = 0
    for round_ in range(first, first + length):
        known = _follow_chain(solution, state, one, other, round_, known)
        if known == NO_CHAIN:
            return False
    keeps_patterns = below(state.random, 2)
    for place in range(state.chain_length):
        _exchange(solution, one, other, state.round_chain[place], keeps_patterns)
    return True


@inner_kernel
def _follow_chain(
    solution: RoundRobinSolution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    known: int,
) -> int:
    """Follow the chain of rounds from `first`, as in `partial_team_swap`."""
    round_ = first
    while not (known >> round_) & 1:
        third = solution.opponent[other, round_]
        if third == one or state.chain_length == MAX_CHAIN:
            return NO_CHAIN
        known |= 1 << round_
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        round_ = _meeting_round(solution, one, third, round_)
    return known


@inner_kernel
def _meeting_round(
    solution: RoundRobinSolution, team: int, third: int, round_: int
) -> int:
    """Return the round in which two teams meet in the phase of a round."""
    per_phase = solution.rounds_per_phase
    hosted = solution.round_of[team, third]
    if hosted // per_phase == round_ // per_phase:
        return int(hosted)
    return int(solution.round_of[third, team])


@inner_kernel
def _exchange(
    solution: RoundRobinSolution, one: int, other: int, round_: int, keeps_patterns: int
) -> None:
    """Stage that `one` meets the opponent that `other` has in a round, and vice versa.

    The teams keep their patterns if `keeps_patterns` is 1, else games their venues.
    """
    third = solution.opponent[other, round_]
    one_round = _meeting_round(solution, one, third, round_)
    one_hosts = is_at_home(solution, one, one_round)
    other_hosts = is_at_home(solution, other, round_)
    if one_hosts == other_hosts or not keeps_patterns:
        _stage_meeting(solution, one, third, one_hosts, round_)
        _stage_meeting(solution, other, third, other_hosts, one_round)
        return
    one_back = _round_of(solution, one, third, other_hosts)
    other_back = _round_of(solution, other, third, one_hosts)
    _stage_meeting(solution, one, third, other_hosts, round_)
    _stage_meeting(solution, one, third, one_hosts, one_back)
    _stage_meeting(solution, other, third, one_hosts, one_round)
    _stage_meeting(solution, other, third, other_hosts, other_back)


@inner_kernel
def _stage_meeting(
    solution: RoundRobinSolution, team: int, third: int, hosts: int, round_: int
) -> None:
    if hosts:
        stage_game(solution, team, third, round_)
    else:
        stage_game(solution, third, team, round_)


@inner_kernel
def _round_of(solution: RoundRobinSolution, team: int, third: int, hosts: int) -> int:
    if hosts:
        return int(solution.round_of[team, third])
    return int(solution.round_of[third, team])
