"""Verify solutions of MIP models by the domain's checker, which shares no code."""

from fractions import Fraction

from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score
from flextime_solver.backends.mip_result import MipResult, MipStatus
from flextime_solver.backends.solve_problem import value_of
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.objective import MILLIPOINTS


class ModelMismatch(Exception):
    """The checker disagrees with a solution: an error in this program."""


def verified_schedule(model: MipModel) -> tuple[Schedule, Score]:
    """Return the schedule of a solved model and the checker's score of it.

    Raises
    ------
    ModelMismatch
        If the checker finds a violated hard rule.
    """
    selected = [place for place, variable in model.x.items() if value_of(variable)]
    schedule = model.schedule(selected)
    report = check(model.league, schedule)
    if not report.score.feasible:
        violation = next(found for found in report.violations if found.hard)
        raise ModelMismatch(f"the model allows a violation: {violation.message}")
    return schedule, report.score


def verify_objective(score: Score, result: MipResult) -> None:
    """Compare the objective of a solution, in millipoints, with the checker's score.

    Only in a proven optimum are the auxiliary variables at their least values; in any
    other solution the model may overestimate the objective.

    Raises
    ------
    ModelMismatch
        If the model underestimates the objective, or differs in an optimum.
    """
    checked = round(MILLIPOINTS * score.exact_objective)
    if result.objective is None:
        raise ModelMismatch("a solution without an objective")
    modelled = round(Fraction(result.objective))
    too_low = modelled < checked
    if too_low or (result.status is MipStatus.OPTIMAL and modelled != checked):
        raise ModelMismatch(
            f"the model's objective is {modelled / MILLIPOINTS}, the checker's is"
            f" {score.objective}"
        )
