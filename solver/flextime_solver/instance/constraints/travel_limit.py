"""Each team's metres add to one counter of all of them (RobinX FA5)."""

from flextime.domain.constraints.travel_limit import TravelLimit
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule

_METRES_A_KM = 1000


def contribute(rule: TravelLimit, to: Contributions) -> None:
    counter = to.count(rule, high=_METRES_A_KM * rule.max_km, unit=_METRES_A_KM)
    value = to.team_value(counter)
    to.in_order(rule, SequenceRule.TRAVEL_TOGETHER, rule.teams, 0, value, counter)
