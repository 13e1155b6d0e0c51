"""Diverse schedules of a small league, each proven by a MIP model."""

import math
from dataclasses import dataclass

from pulp import lpSum_vars

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score
from flextime_solver.alternatives.diversity import Diversity
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.objective import MILLIPOINTS, objective_millipoints
from flextime_solver.mip.placements import placements
from flextime_solver.mip.unsupported import unsupported_reasons
from flextime_solver.mip.verification import verified_schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Alternative schedules of a league.

    Attributes
    ----------
    schedules
        Schedules found, best first.
    complete
        Whether it is proven that no further alternative exists.
    best_is_proven
        Whether the first schedule is proven optimal.
    reasons
        If the league is not supported, a sentence for each reason.
    """

    schedules: tuple[Schedule, ...]
    complete: bool
    best_is_proven: bool
    reasons: tuple[str, ...] = ()


def solve_diverse(
    league: League, number: int, diversity: Diversity, params: MipParams
) -> Alternatives:
    """Return up to `number` schedules, each the best that differs from those before.

    Parameters
    ----------
    league
        A small league: each schedule is an exact solve.
    number
        Schedules that are asked for.
    diversity
        Least difference of any two schedules, and greatest cost above the best.
    params
        Solver and seed; `time_limit_s` limits all solves together, in seconds of wall
        time.

    Raises
    ------
    ModelMismatch
        If the checker finds a hard rule violated.
    """
    reasons = unsupported_reasons(league)
    if reasons:
        return Alternatives(
            schedules=(), complete=False, best_is_proven=False, reasons=reasons
        )
    deadline = Deadline(params.time_limit_s)
    model = build_model(league)
    cost = objective_millipoints(model)
    model.problem.setObjective(cost)
    found: list[Schedule] = []
    best_is_proven, complete = False, False
    while len(found) < number and (limited := deadline.limit(params)) is not None:
        result = solve_problem(model.problem, limited)
        if not result.has_solution:
            complete = result.status is MipStatus.INFEASIBLE
            break
        schedule, score = verified_schedule(model)
        if not found:
            best_is_proven = result.status is MipStatus.OPTIMAL
            _limit_cost(model, cost, score, diversity)
        found.append(schedule)
        _require_difference(model, schedule, diversity)
    return Alternatives(
        schedules=tuple(found), complete=complete, best_is_proven=best_is_proven
    )


def _limit_cost(
    model: MipModel, cost: LinearExpr, best: Score, diversity: Diversity
) -> None:
    """Require cost <= (1 + gap) times the cost of the best schedule."""
    max_cost = float(MILLIPOINTS * best.exact_objective) * (1 + diversity.max_gap)
    model.add_constraint(cost <= math.floor(max_cost + 1e-6))


def _require_difference(
    model: MipModel, schedule: Schedule, diversity: Diversity
) -> None:
    """Require sum of x over the schedule's games <= the games that may be alike."""
    places = placements(schedule)
    shared = lpSum_vars(model.x[place] for place in places)
    model.add_constraint(shared <= diversity.max_shared(len(places)))
