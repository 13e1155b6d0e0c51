"""Runs of away games are counted in each team's sequence (RobinX BR4)."""

from flextime.domain.constraints.road_trips import RoadTrips
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.masks import slot_masks


def contribute(rule: RoadTrips, to: Contributions) -> None:
    slots = to.all_slots if rule.slots is None else to.slot_numbers(rule.slots)
    numbers = rule.min_trips, *slot_masks(slots)
    to.in_order(rule, SequenceRule.ROAD_TRIPS, rule.teams, *numbers)
