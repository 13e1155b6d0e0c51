"""Solve a small league to optimality, verified by the domain's checker."""

from dataclasses import dataclass

from pulp import LpVariable

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.objective import MILLIPOINTS, objective_millipoints
from flextime_solver.mip.placements import placements
from flextime_solver.mip.unsupported import unsupported_reasons
from flextime_solver.mip.verification import verified_schedule, verify_objective


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactResult:
    """Result of an exact solve, verified by the checker.

    Attributes
    ----------
    status
        How the solve ended.
    schedule, score
        The best schedule found and the checker's score of it.
    objective, bound
        Objective of the schedule, and proven lower bound of every schedule, in points.
    reasons
        If the league is not supported, a sentence for each reason.
    """

    status: MipStatus
    schedule: Schedule | None = None
    score: Score | None = None
    objective: float | None = None
    bound: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def relative_gap(self) -> float | None:
        """(objective - bound) / |objective|; None without an objective or bound."""
        if self.objective is None or self.bound is None:
            return None
        if self.objective <= self.bound:
            return 0.0
        return (self.objective - self.bound) / abs(self.objective)


def solve_exactly(
    league: League, params: MipParams, incumbent: Schedule | None = None
) -> ExactResult:
    """Return the best schedule of a league and a lower bound of its objective.

    Parameters
    ----------
    league
        League of any size; one that has no MIP model gives the status `UNSUPPORTED`.
    params
        Solver, limits and seed.
    incumbent
        Schedule at which the solver starts.

    Raises
    ------
    ModelMismatch
        If the checker disagrees with the solution.
    """
    reasons = unsupported_reasons(league)
    if reasons:
        return ExactResult(status=MipStatus.UNSUPPORTED, reasons=reasons)
    model = build_model(league)
    model.problem.setObjective(objective_millipoints(model))
    hint = {} if incumbent is None else _hint(model, incumbent)
    result = solve_problem(model.problem, params, hint)
    bound = None if result.bound is None else result.bound / MILLIPOINTS
    if not result.has_solution:
        return ExactResult(status=result.status, bound=bound)
    schedule, score = verified_schedule(model)
    verify_objective(score, result)
    return ExactResult(
        status=result.status,
        schedule=schedule,
        score=score,
        objective=score.objective,
        bound=score.objective if result.status is MipStatus.OPTIMAL else bound,
    )


def _hint(model: MipModel, incumbent: Schedule) -> dict[LpVariable, int]:
    games = placements(incumbent)
    return {variable: int(place in games) for place, variable in model.x.items()}
