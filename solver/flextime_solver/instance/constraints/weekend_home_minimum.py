"""Minimum number of home games on weekends."""

from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.leagues.season import WEEKEND
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: WeekendHomeMinimum, builder: LeagueBuilder) -> None:
    """Add one counter per team of its home games on Saturdays and Sundays."""
    weekends = builder.slots_on_weekdays(WEEKEND)
    for team in builder.teams(rule.teams):
        builder.add_counter(
            rule, builder.home_games(team, weekends), low=rule.min_games
        )
