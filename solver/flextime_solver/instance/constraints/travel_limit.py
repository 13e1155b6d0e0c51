"""Limit on the travel of all teams together (RobinX FA5)."""

from flextime.domain.constraints.travel_limit import TravelLimit
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder

_METRES_A_KM = 1000


def contribute(rule: TravelLimit, builder: LeagueBuilder) -> None:
    """Add one counter with km as unit, and a sequence rule that adds the metres."""
    counter = builder.add_counter(
        rule, high=_METRES_A_KM * rule.max_km, unit=_METRES_A_KM
    )
    value = builder.add_team_value(counter)
    builder.add_sequence_rule(
        rule, SequenceRule.TRAVEL_TOGETHER, rule.teams, 0, value, counter
    )
