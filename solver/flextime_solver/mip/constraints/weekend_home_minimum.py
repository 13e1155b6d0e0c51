"""Home games on Saturdays and Sundays."""

from collections.abc import Iterator

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.leagues.season import WEEKEND
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: WeekendHomeMinimum) -> Iterator[Unit]:
    league = model.league
    slots = [s.id for s in league.calendar.slots if league.falls_on(s, WEEKEND)]
    for team in model.chosen(rule.teams):
        hosted = model.games(team, slots, Side.HOME)
        yield Unit(f"weekend_{team}", (rule.min_games - hosted,))
