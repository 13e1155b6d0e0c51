"""Moves of single games that need byes: add a game, remove a surplus one, shift one.

They search calendars with byes and complete a start that lacks games.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.exchange import insert, is_movable, remove, stage
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.solution import Solution


@inner_kernel
def change_meeting(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> bool:
    """Add, remove or shift a game of a random team in a random round."""
    teams, rounds = league.teams, league.rounds
    team = below(state.random, teams)
    round_ = below(state.random, rounds)
    if solution.opponent[team, round_] != NO_OPPONENT:
        return _remove_or_shift(league, solution, state, team, round_)
    other = below(state.random, teams)
    if other == team or solution.opponent[other, round_] != NO_OPPONENT:
        return False
    if solution.meetings[team, other] >= league.pair_max[team, other]:
        return False
    if solution.hosted[team, other] > solution.hosted[other, team]:
        stage(state, other, team, round_)
    else:
        stage(state, team, other, round_)
    insert(league, solution, state)
    return True


@inner_kernel
def _remove_or_shift(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
) -> bool:
    if not is_movable(league, team, round_):
        return False
    other = solution.opponent[team, round_]
    goal = below(state.random, league.rounds)
    both_free = (
        solution.opponent[team, goal] == NO_OPPONENT
        and solution.opponent[other, goal] == NO_OPPONENT
    )
    if both_free:
        remove(league, solution, state, team, round_, goal)
        insert(league, solution, state)
        return True
    if solution.games[team] > league.games_per_team:
        remove(league, solution, state, team, round_, goal)
        state.staged_count = 0
        return True
    return False
