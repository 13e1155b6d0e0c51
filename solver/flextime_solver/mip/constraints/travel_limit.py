"""Kilometres of several teams together (RobinX FA5)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.travel_limit import TravelLimit
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.travel import travel_m
from flextime_solver.mip.violation_term import Unit, largest


def units(model: SeasonModel, rule: TravelLimit) -> Iterator[Unit]:
    metres = lpSum(travel_m(model, team) for team in model.chosen(rule.teams))
    excess = metres - 1000 * rule.max_km
    # a begun kilometre counts whole: 1000 km >= metres too many
    most = max(0, -(-round(largest(excess)) // 1000))
    kilometres = model.whole("excess_km", most)
    model.require(1000 * kilometres >= excess)
    model.ambiguous = True
    yield Unit("travel_limit", (kilometres + Linear.empty(),))
