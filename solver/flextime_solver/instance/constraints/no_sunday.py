"""A no-Sunday team counts its games on Sundays."""

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.leagues.season import Weekday
from flextime_solver.instance.builder import Contributions


def contribute(rule: NoSunday, to: Contributions) -> None:
    sundays = to.slots_that_fall_on((Weekday.SUNDAY,))
    for team in to.teams(rule.teams):
        to.count(rule, *to.games_of(team, sundays), high=0)
