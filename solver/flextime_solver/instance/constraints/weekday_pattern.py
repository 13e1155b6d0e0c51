"""Patterns of weekdays that successive games must not have."""

from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: WeekdayPattern, builder: LeagueBuilder) -> None:
    """Add a sequence rule that matches the pattern at each game of a team."""
    # Three bits a day, the first game's day lowest: up to 21 games in a row.
    packed = sum(
        int(day) << (3 * position) for position, day in enumerate(rule.weekdays)
    )
    builder.add_sequence_rule(
        rule, SequenceRule.WEEKDAYS, rule.teams, len(rule.weekdays), packed
    )
