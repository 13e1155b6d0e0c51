"""Breaks of two teams compared (RobinX BR3)."""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.break_difference import BreakDifference
from flextime_solver.mip.breaks import break_count
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: BreakDifference) -> Iterator[Unit]:
    for first, second in combinations(model.chosen(rule.teams), 2):
        difference = break_count(model, first) - break_count(model, second)
        # |breaks of one - breaks of the other| - max
        yield Unit(
            f"break_difference_{first}_{second}",
            (difference - rule.max_difference, -difference - rule.max_difference),
        )
