"""What it takes to give up one rule of a conflict."""

from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.deadline import Deadline
from flextime_solver.infeasibility.explanation import Price
from flextime_solver.infeasibility.heuristic_schedule import least_broken
from flextime_solver.infeasibility.relax_constraint import give_up
from flextime_solver.mip.size_limits import is_small

_SEARCH_SHARE = 0.5
"""Of the time that a price may take, for the compiled search; rows have the rest."""
_MAX_S = 5.0
"""For either of the two: a price is an offer to think about, not a season."""


def price_of(
    league: League, rule: Constraint, at_least: int, time_limit_s: float
) -> Price:
    """The fewest units by which a hard rule is broken when all others are kept.

    `at_least` is what some of the others prove alone. A schedule with so few units,
    found by the compiled search, needs no rows: these take longer to write.
    """
    if time_limit_s <= 0:
        return Price(rule=rule.id, priority=rule.priority, deviation=None)
    deadline = Deadline(time_limit_s)
    if not is_small(league):
        search_s = min(_MAX_S, _SEARCH_SHARE * time_limit_s)
        schedule = least_broken(league, rule, at_least, search_s)
        if schedule is not None:
            return _priced(league, rule, at_least, schedule)
    by_rows = give_up(league, rule, deadline.at_most(_MAX_S))
    if by_rows.schedule is not None:
        at_least = max(at_least, by_rows.at_least)
        return _priced(league, rule, at_least, by_rows.schedule)
    return Price(
        rule=rule.id,
        priority=rule.priority,
        deviation=None,
        proven_useless=by_rows.impossible,
    )


def _priced(
    league: League, rule: Constraint, at_least: int, schedule: Schedule
) -> Price:
    alone = replace(league, constraints=(replace(rule, hard=False),))
    broken = check(alone, schedule).violations
    units = sum(found.penalty for found in broken) // rule.weight
    others = tuple(other for other in league.active_constraints if other.id != rule.id)
    rest = check(replace(league, constraints=others), schedule)
    return Price(
        rule=rule.id,
        priority=rule.priority,
        deviation=units,
        proven_least=units == at_least,
        objective=rest.score.objective,
        schedule=schedule,
        sentences=tuple(found.message for found in broken),
    )
