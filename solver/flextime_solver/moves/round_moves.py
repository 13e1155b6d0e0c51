"""Swaps of the games of two rounds: all of them, or those along a Kempe chain.

SwapRounds and PartialSwapRounds of Anagnostopoulos, Michel, Van Hentenryck and
Vergados (2006), doi 10.1007/s10951-006-7187-8. With two consecutive rounds on either
side the chain moves whole trips of two games.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.exchange import insert, is_movable, remove, same_phase
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.solution import Solution


@inner_kernel
def swap_rounds(league: CompiledLeague, solution: Solution, state: SearchState) -> bool:
    """Swap all games of two random rounds."""
    first = below(state.random, league.rounds)
    second = below(state.random, league.rounds)
    if first == second or not same_phase(league, first, second):
        return False
    for team in range(league.teams):
        state.chain[team] = team
    return _swap_members(league, solution, state, league.teams, first, second, 1)


@inner_kernel
def partial_swap_rounds(
    league: CompiledLeague, solution: Solution, state: SearchState, length: int
) -> bool:
    """Swap the games of `length` rounds with those of as many others for some teams.

    The teams are those of the Kempe chain of a random team.
    """
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
    # Swapping the other teams gives the same solution up to a swap of all games, so
    # only the smaller side is swapped.
    if 2 * members > league.teams:
        return False
    return _swap_members(league, solution, state, members, first, second, length)


@inner_kernel
def _swap_members(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    members: int,
    first: int,
    second: int,
    length: int,
) -> bool:
    """Swap the games of the first `members` teams of `state.chain`."""
    for place in range(members):
        team = state.chain[place]
        for step in range(length):
            if not is_movable(league, team, first + step):
                return False
            if not is_movable(league, team, second + step):
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
    """Find the Kempe chain of a team: all teams linked to it by games of these rounds.

    Returns
    -------
    Number of teams in `state.chain`.
    """
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
