"""Reasons why a league has no MIP model, found before a model is built."""

from collections.abc import Iterator

from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.domain.leagues.league import League
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.params import DEFAULT_SIZE_LIMITS, SizeLimits
from flextime_solver.mip.registry import VIOLATION_TERMS
from flextime_solver.mip.travel import travel_variable_count


def unsupported_reasons(
    league: League, *, travel: bool = True, limits: SizeLimits = DEFAULT_SIZE_LIMITS
) -> tuple[str, ...]:
    """Return a sentence for everything in the league that has no linear form.

    Parameters
    ----------
    league
        League to be modelled.
    travel
        Whether the objective includes the goal of travelling less.
    limits
        Sizes above which a league is not modelled.
    """
    return tuple(_reasons(league, limits, travel=travel))


def _reasons(league: League, limits: SizeLimits, *, travel: bool) -> Iterator[str]:
    teams = len(league.teams)
    for rule in league.active_constraints:
        if type(rule) not in VIOLATION_TERMS:
            yield f"rule {rule.id}: the kind {rule.kind} has no linear form"
        elif isinstance(rule, CarryOver) and teams > limits.max_carry_over_teams:
            yield (
                f"rule {rule.id}: carry-over effects of {teams} teams are too many for"
                " a MIP model"
            )
    limited = any(isinstance(rule, TravelLimit) for rule in league.active_constraints)
    goal = travel and league.goals.travel_points_per_km > 0
    if limited or goal:
        count = travel_variable_count(MipModel(league))
        if count > limits.max_travel_variables:
            yield f"travel of {teams} teams needs {count} variables"
