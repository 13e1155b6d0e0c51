"""Moves that exchange the games of rounds: all of them, or along a Kempe chain.

Swap rounds and partial swap rounds of Anagnostopoulos, Michel, Van Hentenryck and
Vergados (2006), doi 10.1007/s10951-006-7187-8. With two rounds in a row on either
side the chain carries whole trips of two games.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.exchange import free_to_move, insert, remove, same_phase
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.solution import Solution


@inner_kernel
def exchange_rounds(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> bool:
    """All teams exchange the games of two rounds."""
    first = below(state.random, league.rounds)
    second = below(state.random, league.rounds)
    if first == second or not same_phase(league, first, second):
        return False
    for team in range(league.teams):
        state.chain[team] = team
    return _exchange(league, solution, state, league.teams, first, second, 1)


@inner_kernel
def exchange_chain(
    league: CompiledLeague, solution: Solution, state: SearchState, length: int
) -> bool:
    """Few teams exchange the games of `length` rounds with those of as many others."""
    places = league.rounds - length + 1
    if places < 1:
        return False
    first = below(state.random, places)
    second = below(state.random, places)
    if abs(first - second) < length:
        return False
    last = length - 1
    if not same_phase(league, min(first, second), max(first, second) + last):
        return False
    start = below(state.random, league.teams)
    members = _close_chain(league, solution, state, start, first, second, length)
    # The rest of the teams would come to the same, but for an exchange of all.
    if 2 * members > league.teams:
        return False
    return _exchange(league, solution, state, members, first, second, length)


@inner_kernel
def _exchange(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    members: int,
    first: int,
    second: int,
    length: int,
) -> bool:
    for place in range(members):
        team = state.chain[place]
        for step in range(length):
            if not free_to_move(league, team, first + step):
                return False
            if not free_to_move(league, team, second + step):
                return False
    for place in range(members):
        team = state.chain[place]
        for step in range(length):
            remove(league, solution, state, team, first + step, second + step)
            remove(league, solution, state, team, second + step, first + step)
    insert(league, solution, state)
    return True


@inner_kernel
def _close_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    start: int,
    first: int,
    second: int,
    length: int,
) -> int:
    """The teams that `start` drags along; their number."""
    for team in range(league.teams):
        state.in_chain[team] = 0
    state.chain[0] = start
    state.in_chain[start] = 1
    members = 1
    place = 0
    while place < members:
        team = state.chain[place]
        for step in range(2 * length):
            round_ = first + step if step < length else second + step - length
            other = solution.opponent[team, round_]
            if other != NO_OPPONENT and state.in_chain[other] == 0:
                state.in_chain[other] = 1
                state.chain[members] = other
                members += 1
        place += 1
    return members
