"""Minimum number of trips of two or more away games (RobinX BR4)."""

from flextime.domain.constraints.road_trips import RoadTrips
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import slot_masks


def contribute(rule: RoadTrips, builder: LeagueBuilder) -> None:
    """Add a sequence rule over runs of away games in the slots."""
    slots = (
        builder.all_slots if rule.slots is None else builder.slot_indices(rule.slots)
    )
    numbers = rule.min_trips, *slot_masks(slots)
    builder.add_sequence_rule(rule, SequenceRule.ROAD_TRIPS, rule.teams, *numbers)
