"""Total travel of several teams in kilometres (RobinX FA5).

With D the travel in metres and k an integer, since started kilometres count in full:

    1000 k >= D - 1000 max_km
    d >= k
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.travel_limit import TravelLimit
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.travel import travel_m
from flextime_solver.mip.violation_term import ViolationTerm, upper_bound


def violation_terms(model: MipModel, rule: TravelLimit) -> Iterator[ViolationTerm]:
    """Yield the single term of the teams together."""
    metres = lpSum(travel_m(model, team) for team in model.selected_teams(rule.teams))
    excess_m = metres - 1000 * rule.max_km
    # 1000 k >= metres above the limit: a started kilometre counts in full
    max_excess_km = max(0, -(-round(upper_bound(excess_m)) // 1000))
    kilometres = model.integer("excess_km", max_excess_km)
    model.add_constraint(1000 * kilometres >= excess_m)
    model.has_redundant_solutions = True
    yield ViolationTerm("travel_limit", (kilometres + LinearExpr.empty(),))
