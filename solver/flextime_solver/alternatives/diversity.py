"""Diversity of alternative schedules: how much they differ and what they may cost."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime_solver.mip.placements import placements


@dataclass(frozen=True, slots=True, kw_only=True)
class Diversity:
    """What makes a schedule an alternative to others.

    Attributes
    ----------
    min_difference
        Share of the games, above 0 and at most 1, that any two alternatives place
        differently.
    max_gap
        Cost above the best schedule, as a share of the best schedule's cost.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    min_difference: float
    max_gap: float

    def __post_init__(self) -> None:
        if not 0 < self.min_difference <= 1:
            raise ValueError("min_difference must be above 0 and at most 1")
        if self.max_gap < 0:
            raise ValueError("max_gap must not be negative")

    def max_shared(self, games: int) -> int:
        """Return how many of `games` games two alternatives may place alike."""
        return math.floor(games * (1 - self.min_difference) + 1e-9)

    def differ(self, first: Schedule, second: Schedule) -> bool:
        """Return whether two schedules differ enough."""
        games = placements(first)
        return len(games & placements(second)) <= self.max_shared(len(games))


def select_diverse(
    league: League,
    schedules: Iterable[Schedule],
    number: int,
    diversity: Diversity,
) -> tuple[Schedule, ...]:
    """Select the best of given schedules and those that differ from it, best first.

    Schedules that violate hard rules are ignored. The selection is greedy: from the
    best schedule on, each that differs from all selected ones is selected.
    """
    scored = [(check(league, schedule).score, schedule) for schedule in schedules]
    feasible = sorted(
        ((score, schedule) for score, schedule in scored if score.feasible),
        key=lambda pair: pair[0].exact_objective,
    )
    selected: list[Schedule] = []
    for score, schedule in feasible:
        best = feasible[0][0].exact_objective
        near = float(score.exact_objective) <= float(best) * (1 + diversity.max_gap)
        if near and all(diversity.differ(schedule, other) for other in selected):
            selected.append(schedule)
        if len(selected) == number:
            break
    return tuple(selected)
