"""Teams that play no games on Sundays."""

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.leagues.season import Weekday
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: NoSunday, builder: LeagueBuilder) -> None:
    """Add one counter per team of its games on Sundays."""
    sundays = builder.slots_on_weekdays((Weekday.SUNDAY,))
    for team in builder.teams(rule.teams):
        builder.add_counter(rule, *builder.games_of(team, sundays), high=0)
