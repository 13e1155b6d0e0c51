"""Solve a small league to the proof: rows, solver, checker."""

from fractions import Fraction

from pulp import LpVariable, lpSum

from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score
from flextime_solver.backends.backend import Solved, solve_problem, value_of
from flextime_solver.backends.outcome import ExactParams, ExactResult, ExactStatus
from flextime_solver.mip.build import build_model
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.placements import placements
from flextime_solver.mip.rule_terms import deviation
from flextime_solver.mip.supported import unsupported
from flextime_solver.mip.travel import travel_m

MILLIPOINTS = 1000
"""Rows minimise thousandths of a point: what a metre costs is then a whole number."""


class ModelDisagrees(Exception):
    """The checker counts otherwise than the rows: a fault of this program."""


def solve_exactly(
    league: League, params: ExactParams, start: Schedule | None = None
) -> ExactResult:
    """The best schedule of a league, and the bound that says how good it is.

    Parameters
    ----------
    start
        A schedule to begin from, as good as can be.

    Raises
    ------
    ModelDisagrees
        If the checker does not confirm what the rows say.
    """
    reasons = unsupported(league)
    if reasons:
        return ExactResult(status=ExactStatus.UNSUPPORTED, reasons=reasons)
    model = build_model(league)
    model.problem.setObjective(cost_millipoints(model))
    hint = {} if start is None else _hint(model, start)
    solved = solve_problem(model.problem, params, hint)
    bound = None if solved.bound is None else solved.bound / MILLIPOINTS
    if not solved.has_solution:
        return ExactResult(status=solved.status, bound=bound)
    schedule, score = judged(model)
    _agree(score, solved)
    return ExactResult(
        status=solved.status,
        schedule=schedule,
        score=score,
        objective=score.objective,
        bound=score.objective if solved.status is ExactStatus.OPTIMAL else bound,
    )


def _hint(model: SeasonModel, start: Schedule) -> dict[LpVariable, int]:
    games = placements(start)
    return {column: int(place in games) for place, column in model.x.items()}


def cost_millipoints(model: SeasonModel) -> Linear:
    """Soft deviations by their weights, and travel, in thousandths of a point."""
    league = model.league
    soft = lpSum(
        MILLIPOINTS * rule.weight * deviation(model, rule)
        for rule in league.active_constraints
        if not rule.hard
    )
    if league.goals.travel_points_per_km == 0:
        return soft
    metres = lpSum(travel_m(model, team) for team in model.teams)
    return soft + league.goals.travel_points_per_km * metres


def judged(model: SeasonModel) -> tuple[Schedule, Score]:
    """The schedule that the solved rows hold, and the checker's word on it.

    Raises
    ------
    ModelDisagrees
        If the checker finds a hard rule broken.
    """
    chosen = [place for place, variable in model.x.items() if value_of(variable)]
    schedule = model.schedule(chosen)
    report = check(model.league, schedule)
    if not report.score.feasible:
        broken = next(found for found in report.violations if found.hard)
        raise ModelDisagrees(f"the rows allow what the rules do not: {broken.message}")
    return schedule, report.score


def _agree(score: Score, solved: Solved) -> None:
    """Only a proven optimum has its helper variables as low as they can be."""
    counted = round(MILLIPOINTS * score.exact_objective)
    if solved.objective is None:
        raise ModelDisagrees("a solution without an objective")
    claimed = round(Fraction(solved.objective))
    too_low = claimed < counted
    if too_low or (solved.status is ExactStatus.OPTIMAL and claimed != counted):
        raise ModelDisagrees(
            f"the rows cost {claimed / MILLIPOINTS}, the checker finds"
            f" {score.objective}"
        )
