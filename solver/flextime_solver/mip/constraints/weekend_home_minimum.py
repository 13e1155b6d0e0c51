"""Minimum home games on Saturdays and Sundays.

d >= min - sum over weekend slots s of H[t, s]
"""

from collections.abc import Iterator

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.leagues.season import WEEKEND
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(
    model: MipModel, rule: WeekendHomeMinimum
) -> Iterator[ViolationTerm]:
    """Yield a term for each team."""
    league = model.league
    slots = [s.id for s in league.calendar.slots if league.falls_on(s, WEEKEND)]
    for team in model.selected_teams(rule.teams):
        hosted = model.games(team, slots, Side.HOME)
        yield ViolationTerm(f"weekend_{team}", (rule.min_games - hosted,))
