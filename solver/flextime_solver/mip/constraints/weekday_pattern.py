"""Sequences of weekdays that a team's consecutive games must not have.

For each chain of days that matches the pattern of length n:

    d >= games on the days of the chain - (n - 1) - games between
"""

from collections.abc import Iterator
from itertools import pairwise

from pulp import lpSum

from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime_solver.mip.game_days import GameDay, game_days
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: WeekdayPattern) -> Iterator[ViolationTerm]:
    """Yield a term for each team and chain of days."""
    chains = list(_chains(model, rule, game_days(model.league), ()))
    for team in model.selected_teams(rule.teams):
        for chain in chains:
            played = lpSum(model.games(team, day.slots) for day in chain)
            between = lpSum(
                model.games_in_rounds(team, range(before.round + 1, after.round))
                for before, after in pairwise(chain)
            )
            # games on all days of the chain and none between
            expression = played - (len(chain) - 1) - between
            yield ViolationTerm(f"weekdays_{team}_{chain[0].date}", (expression,))


def _chains(
    model: MipModel,
    rule: WeekdayPattern,
    days: tuple[GameDay, ...],
    prefix: tuple[GameDay, ...],
) -> Iterator[tuple[GameDay, ...]]:
    """Yield the chains of days that match the pattern.

    Consecutive days of a chain are at most a week apart and can hold consecutive games.
    """
    if len(prefix) == len(rule.weekdays):
        yield prefix
        return
    for day in days:
        if day.date.weekday() != rule.weekdays[len(prefix)]:
            continue
        if prefix:
            apart = (day.date - prefix[-1].date).days
            if apart > 7 or prefix[-1].round not in model.possible_previous_rounds(
                day.round
            ):
                continue
        yield from _chains(model, rule, days, (*prefix, day))
