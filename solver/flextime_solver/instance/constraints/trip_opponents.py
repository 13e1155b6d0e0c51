"""Limits on opponents of a group per road trip (RobinX CA5)."""

from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import limits
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import team_mask


def contribute(rule: TripOpponents, builder: LeagueBuilder) -> None:
    """Add a sequence rule over the visits of each trip."""
    low, high = limits(rule)
    opponents = team_mask(builder.teams(rule.opponents))
    builder.add_sequence_rule(
        rule, SequenceRule.TRIP_OPPONENTS, rule.teams, opponents, low, high
    )
