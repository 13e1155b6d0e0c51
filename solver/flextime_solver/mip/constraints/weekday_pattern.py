"""Weekdays that must not follow each other in a team's games."""

from collections.abc import Iterator
from itertools import pairwise

from pulp import lpSum

from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime_solver.mip.days import Day, days_of
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: WeekdayPattern) -> Iterator[Unit]:
    chains = list(_chains(model, rule, days_of(model.league), ()))
    for team in model.chosen(rule.teams):
        for chain in chains:
            played = lpSum(model.games(team, day.slots) for day in chain)
            between = lpSum(
                model.in_rounds(team, range(before.round + 1, after.round))
                for before, after in pairwise(chain)
            )
            # games on all days of the chain and none between
            amount = played - (len(chain) - 1) - between
            yield Unit(f"weekdays_{team}_{chain[0].date}", (amount,))


def _chains(
    model: SeasonModel,
    rule: WeekdayPattern,
    days: tuple[Day, ...],
    begun: tuple[Day, ...],
) -> Iterator[tuple[Day, ...]]:
    """Days of the pattern, each within a week, with room for byes alone between."""
    if len(begun) == len(rule.weekdays):
        yield begun
        return
    for day in days:
        if day.date.weekday() != rule.weekdays[len(begun)]:
            continue
        if begun:
            apart = (day.date - begun[-1].date).days
            if apart > 7 or begun[-1].round not in model.rounds_before(day.round):
                continue
        yield from _chains(model, rule, days, (*begun, day))
