"""First evaluation of a solution: what its games cost, from nothing."""

from flextime_solver.instance.compiled_league import (
    HARD,
    NO_OPPONENT,
    CompiledLeague,
    Ints,
)
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.solution.counters import units_outside
from flextime_solver.solution.delta_evaluation import commit, evaluate, insert_game
from flextime_solver.solution.meetings import meetings_cost
from flextime_solver.solution.slot_patterns import invalidate_pattern
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.touched_teams import touch_team

_WEIGHT, _TOTAL = 2, 3
"""Columns of `CompiledLeague.counter_row`."""


@kernel
def fill_solution(league: CompiledLeague, solution: Solution, games: Ints) -> None:
    """Insert games into an empty solution and evaluate it.

    Parameters
    ----------
    games
        Rows (home, away, slot). A game is left out if one of its teams has an earlier
        row in the same round.
    """
    _evaluate_empty(league, solution)
    for number in range(games.shape[0]):
        home, away, slot = games[number, 0], games[number, 1], games[number, 2]
        round_ = league.slot_round[slot]
        free = solution.opponent[home, round_] == NO_OPPONENT
        if free and solution.opponent[away, round_] == NO_OPPONENT:
            insert_game(league, solution, home, away, slot)
    evaluate(league, solution)
    commit(solution)


@inner_kernel
def _evaluate_empty(league: CompiledLeague, solution: Solution) -> None:
    """Set the cost of no games at all, and mark all teams for evaluation."""
    teams = league.teams
    for counter in range(league.counters):
        missing = units_outside(league, counter, 0)
        solution.total[league.counter_row[counter, _TOTAL]] += (
            missing * league.counter_row[counter, _WEIGHT]
        )
    for one in range(teams):
        for other in range(one + 1, teams):
            solution.total[HARD] += meetings_cost(league, solution, one, other)
        touch_team(league, solution, one)
        invalidate_pattern(solution, one)
