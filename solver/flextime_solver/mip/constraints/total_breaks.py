"""Breaks of several teams together (RobinX BR2)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime_solver.mip.breaks import break_count, outside
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TotalBreaks) -> Iterator[Unit]:
    slots = None if rule.slots is None else frozenset(rule.slots)
    breaks = lpSum(
        break_count(model, team, slots, rule.side) for team in model.chosen(rule.teams)
    )
    yield outside("total_breaks", rule, breaks)
