"""Removal and insertion of games, from which moves are composed.

A move first stages games for other rounds, most of them removed from the solution, then
inserts all staged games.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.moves.date_choice import join_trips, place_in_round
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.delta_evaluation import remove_game
from flextime_solver.solution.solution import Solution


@inner_kernel
def remove(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
    goal: int,
) -> None:
    """Remove a team's game in a round, if it has one, and stage it for round `goal`."""
    if solution.opponent[team, round_] == NO_OPPONENT:
        return
    cell = remove_game(league, solution, team, round_)
    teams = league.teams
    stage(state, cell // teams, cell % teams, goal)


@inner_kernel
def stage(state: SearchState, home: int, away: int, goal: int) -> None:
    """Stage a game for round `goal`."""
    number = state.staged_count
    state.staged[number, 0] = home
    state.staged[number, 1] = away
    state.staged[number, 2] = goal
    state.staged_count = number + 1


@inner_kernel
def insert(league: CompiledLeague, solution: Solution, state: SearchState) -> None:
    """Insert all staged games, then adapt the dates of their trips."""
    staged = state.staged_count
    for number in range(staged):
        place_in_round(
            league,
            solution,
            state,
            state.staged[number, 0],
            state.staged[number, 1],
            state.staged[number, 2],
        )
    # Where each round has one slot there is no date to follow.
    if league.slots > league.rounds:
        for number in range(staged):
            join_trips(
                league,
                solution,
                state,
                state.staged[number, 1],
                state.staged[number, 2],
            )
    state.staged_count = 0


@inner_kernel
def is_movable(league: CompiledLeague, team: int, round_: int) -> bool:
    """Return whether a team's game in a round, or its bye, is not locked."""
    return bool(league.slot_locked[team, round_] == 0)


@inner_kernel
def same_phase(league: CompiledLeague, first: int, second: int) -> bool:
    """Return whether games may move between two rounds.

    In a phased season that requires two rounds of the same phase.
    """
    if league.phases == 0:
        return True
    return bool(first // league.rounds_per_phase == second // league.rounds_per_phase)


@inner_kernel
def stage_swap(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    round_: int,
) -> None:
    """Stage the swap of two teams' games in a round, unless they play each other."""
    if solution.opponent[one, round_] == other:
        return
    # Each team takes the place of the other in both staged games.
    start = state.staged_count
    remove(league, solution, state, one, round_, round_)
    remove(league, solution, state, other, round_, round_)
    for number in range(start, state.staged_count):
        for side in range(2):
            if state.staged[number, side] == one:
                state.staged[number, side] = other
            elif state.staged[number, side] == other:
                state.staged[number, side] = one
