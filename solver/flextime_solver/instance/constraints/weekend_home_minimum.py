"""The weekend minimum counts a team's home games on Saturdays and Sundays."""

from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.leagues.season import WEEKEND
from flextime_solver.instance.builder import Contributions


def contribute(rule: WeekendHomeMinimum, to: Contributions) -> None:
    weekends = to.slots_that_fall_on(WEEKEND)
    for team in to.teams(rule.teams):
        to.count(rule, to.home_games(team, weekends), low=rule.min_games)
