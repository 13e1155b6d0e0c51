"""Breaks of a team in given slots (RobinX BR1).

With b breaks of team t in the slots:

    d >= b - max
    d >= min - b
"""

from collections.abc import Iterator

from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime_solver.mip.breaks import break_count, break_limit_term
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TeamBreaks) -> Iterator[ViolationTerm]:
    """Yield a term for each team."""
    slots = frozenset(rule.slots)
    for team in model.selected_teams(rule.teams):
        yield break_limit_term(
            f"breaks_{team}", rule, break_count(model, team, slots, rule.side)
        )
