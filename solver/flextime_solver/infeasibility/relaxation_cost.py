"""The relaxation cost of one rule of a conflict."""

from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.deadline import Deadline
from flextime_solver.infeasibility.explanation import RelaxationCost
from flextime_solver.infeasibility.heuristic_schedule import search_min_deviation
from flextime_solver.infeasibility.params import RelaxationCostParams
from flextime_solver.infeasibility.relax_constraint import relax_constraint
from flextime_solver.mip.size_limits import is_small


def relaxation_cost(
    league: League,
    rule: Constraint,
    min_deviation: int,
    deadline: Deadline,
    params: RelaxationCostParams,
) -> RelaxationCost:
    """Return the least deviation of a hard rule if all others are satisfied.

    A heuristic search goes first, except in small leagues. If it reaches the lower
    bound, no MIP model is built, which would take longer.

    Parameters
    ----------
    league
        League with the rule.
    rule
        Hard rule to be relaxed.
    min_deviation
        Known lower bound of the deviation, in the rule's own unit.
    deadline
        Limit of both steps together.
    params
        Limits of each step.
    """
    remaining_s = deadline.remaining_s
    if remaining_s <= 0:
        return RelaxationCost(rule=rule.id, priority=rule.priority, deviation=None)
    if not is_small(league):
        search_s = min(params.max_step_s, params.search_share * remaining_s)
        schedule = search_min_deviation(league, rule, min_deviation, search_s)
        if schedule is not None:
            return _cost_of_schedule(league, rule, min_deviation, schedule)
    result = relax_constraint(league, rule, deadline.capped(params.max_step_s))
    if result.schedule is not None:
        min_deviation = max(min_deviation, result.min_deviation)
        return _cost_of_schedule(league, rule, min_deviation, result.schedule)
    return RelaxationCost(
        rule=rule.id,
        priority=rule.priority,
        deviation=None,
        proven_useless=result.impossible,
    )


def _cost_of_schedule(
    league: League, rule: Constraint, min_deviation: int, schedule: Schedule
) -> RelaxationCost:
    alone = replace(league, constraints=(replace(rule, hard=False),))
    violations = check(alone, schedule).violations
    deviation = sum(found.penalty for found in violations) // rule.weight
    others = tuple(other for other in league.active_constraints if other.id != rule.id)
    without_rule = check(replace(league, constraints=others), schedule)
    return RelaxationCost(
        rule=rule.id,
        priority=rule.priority,
        deviation=deviation,
        proven_least=deviation == min_deviation,
        objective=without_rule.score.objective,
        schedule=schedule,
        sentences=tuple(found.message for found in violations),
    )
