"""Several good schedules that differ."""

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pulp import lpSum_vars

from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.backend import solve_problem
from flextime_solver.backends.outcome import ExactParams, ExactStatus
from flextime_solver.mip.build import build_model
from flextime_solver.mip.exact_solver import MILLIPOINTS, cost_millipoints, judged
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.placements import placements
from flextime_solver.mip.supported import unsupported


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What makes an answer another one, and still good.

    Attributes
    ----------
    min_difference
        Part of the games, 0 to 1, that any two answers place differently.
    max_gap
        How far an answer may lie above the best, as a part of the best.
    """

    min_difference: float
    max_gap: float

    def __post_init__(self) -> None:
        if not 0 < self.min_difference <= 1:
            raise ValueError("min_difference must be above 0 and at most 1")
        if self.max_gap < 0:
            raise ValueError("max_gap must not be negative")

    def most_shared(self, games: int) -> int:
        """Games that two answers may place alike."""
        return math.floor(games * (1 - self.min_difference) + 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Best first. `complete`: proven that no further answer is there to add."""

    schedules: tuple[Schedule, ...]
    complete: bool
    best_is_proven: bool
    reasons: tuple[str, ...] = ()


def diverse(
    league: League, number: int, difference: Difference, params: ExactParams
) -> Answers:
    """Up to `number` schedules, each the best that differs enough from those before.

    For small leagues: every answer is an exact solve. `choose_diverse` picks among
    schedules that are there already.
    """
    reasons = unsupported(league)
    if reasons:
        return Answers(
            schedules=(), complete=False, best_is_proven=False, reasons=reasons
        )
    ends = time.monotonic() + params.time_limit_s
    model = build_model(league)
    cost = cost_millipoints(model)
    model.problem.setObjective(cost)
    found: list[Schedule] = []
    best_is_proven = False
    while len(found) < number and time.monotonic() < ends:
        left = replace(params, time_limit_s=ends - time.monotonic())
        solved = solve_problem(model.problem, left)
        if not solved.has_solution:
            complete = solved.status is ExactStatus.INFEASIBLE
            return _answers(found, complete=complete, best_is_proven=best_is_proven)
        schedule, score = judged(model)
        if not found:
            best_is_proven = solved.status is ExactStatus.OPTIMAL
            most = float(MILLIPOINTS * score.exact_objective) * (1 + difference.max_gap)
            model.require(cost <= math.floor(most + 1e-6))
        found.append(schedule)
        _require_other(model, schedule, difference)
    return _answers(found, complete=False, best_is_proven=best_is_proven)


def _answers(found: list[Schedule], *, complete: bool, best_is_proven: bool) -> Answers:
    return Answers(
        schedules=tuple(found), complete=complete, best_is_proven=best_is_proven
    )


def _require_other(
    model: SeasonModel, schedule: Schedule, difference: Difference
) -> None:
    """Sum of x over the schedule's games <= those that may be alike."""
    places = placements(schedule)
    shared = lpSum_vars(model.x[place] for place in places)
    model.require(shared <= difference.most_shared(len(places)))


def choose_diverse(
    league: League,
    schedules: Iterable[Schedule],
    number: int,
    difference: Difference,
) -> tuple[Schedule, ...]:
    """Of given schedules, the best and those that differ enough, best first."""
    judged_ones = [(check(league, schedule).score, schedule) for schedule in schedules]
    feasible = sorted(
        ((score, schedule) for score, schedule in judged_ones if score.feasible),
        key=lambda one: one[0].exact_objective,
    )
    chosen: list[Schedule] = []
    for score, schedule in feasible:
        best = feasible[0][0].exact_objective
        near = float(score.exact_objective) <= float(best) * (1 + difference.max_gap)
        if near and all(_differ(schedule, one, difference) for one in chosen):
            chosen.append(schedule)
        if len(chosen) == number:
            break
    return tuple(chosen)


def _differ(one: Schedule, other: Schedule, difference: Difference) -> bool:
    games = placements(one)
    return len(games & placements(other)) <= difference.most_shared(len(games))
