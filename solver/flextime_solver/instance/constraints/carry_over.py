"""Limit on the carry-over effects value of the season (RobinX FA4)."""

from flextime.domain.constraints.carry_over import CarryOver
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: CarryOver, builder: LeagueBuilder) -> None:
    """Add one counter, to which evaluation adds the carry-over effects value."""
    builder.carry_over_counters.append(builder.add_counter(rule, high=rule.max_value))
