"""Opponents of a group are counted on each of a team's road trips (RobinX CA5)."""

from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import limits
from flextime_solver.instance.masks import team_mask


def contribute(rule: TripOpponents, to: Contributions) -> None:
    low, high = limits(rule)
    opponents = team_mask(to.teams(rule.opponents))
    to.in_order(rule, SequenceRule.TRIP_OPPONENTS, rule.teams, opponents, low, high)
