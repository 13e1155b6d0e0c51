"""Relax one hard rule: minimise its deviation, all other hard rules enforced."""

from dataclasses import dataclass, replace
from math import ceil

from flextime.domain.constraints import Constraint
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.rule_constraints import deviation
from flextime_solver.mip.verification import verified_schedule

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class RelaxationResult:
    """Result of relaxing one rule.

    Attributes
    ----------
    schedule
        Schedule that satisfies all other hard rules; None if none was found in time.
    min_deviation
        Proven lower bound of the rule's deviation in every such schedule, in the rule's
        own unit.
    impossible
        Whether it is proven that no such schedule exists.
    """

    schedule: Schedule | None = None
    min_deviation: int = 0
    impossible: bool = False


def relax_constraint(
    league: League, rule: Constraint, deadline: Deadline
) -> RelaxationResult:
    """Minimise the deviation of `rule`, one of the league's hard rules.

    Raises
    ------
    ModelMismatch
        If the checker finds another hard rule violated.
    """
    relaxed = tuple(
        replace(other, hard=False) if other.id == rule.id else other
        for other in league.active_constraints
    )
    if deadline.is_over:
        return RelaxationResult()
    model = build_model(replace(league, constraints=relaxed))
    model.problem.setObjective(deviation(model, rule))
    params = deadline.limit()
    if params is None:
        return RelaxationResult()
    result = solve_problem(model.problem, params)
    if not result.has_solution:
        return RelaxationResult(impossible=result.status is MipStatus.INFEASIBLE)
    schedule, _ = verified_schedule(model)
    bound = 0.0 if result.bound is None else result.bound
    return RelaxationResult(schedule, max(0, ceil(bound - _ROUNDING)))
