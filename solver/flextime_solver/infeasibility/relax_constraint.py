"""Rows of a league with one of its hard rules given up, broken as little as can be."""

from dataclasses import dataclass, replace
from math import ceil

from flextime.domain.constraints import Constraint
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.backend import solve_problem
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.outcome import ExactStatus
from flextime_solver.mip.build import build_model
from flextime_solver.mip.exact_solver import judged
from flextime_solver.mip.rule_terms import deviation

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What rows tell.

    Attributes
    ----------
    schedule
        One that keeps all other hard rules; None when none was found in time.
    at_least
        Units by which every such schedule is proven to break the rule.
    impossible
        Whether it is proven that there is none.
    """

    schedule: Schedule | None = None
    at_least: int = 0
    impossible: bool = False


def give_up(league: League, rule: Constraint, deadline: Deadline) -> GivenUp:
    """Solve for the fewest units by which `rule`, one of the league's, is broken."""
    relaxed = tuple(
        replace(other, hard=False) if other.id == rule.id else other
        for other in league.active_constraints
    )
    if deadline.left_s <= 0:
        return GivenUp()
    model = build_model(replace(league, constraints=relaxed))
    model.problem.setObjective(deviation(model, rule))
    params = deadline.params()
    if params is None:
        return GivenUp()
    solved = solve_problem(model.problem, params)
    if not solved.has_solution:
        return GivenUp(impossible=solved.status is ExactStatus.INFEASIBLE)
    schedule, _ = judged(model)
    bound = 0.0 if solved.bound is None else solved.bound
    return GivenUp(schedule, max(0, ceil(bound - _ROUNDING)))
