"""Breaks of a team in some slots (RobinX BR1)."""

from collections.abc import Iterator

from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime_solver.mip.breaks import break_count, outside
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TeamBreaks) -> Iterator[Unit]:
    slots = frozenset(rule.slots)
    for team in model.chosen(rule.teams):
        yield outside(
            f"breaks_{team}", rule, break_count(model, team, slots, rule.side)
        )
