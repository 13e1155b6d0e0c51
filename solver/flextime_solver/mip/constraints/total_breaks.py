"""Total breaks of several teams (RobinX BR2).

With b[t] breaks of team t in the slots:

    d >= sum over t of b[t] - max
    d >= min - sum over t of b[t]
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime_solver.mip.breaks import break_count, break_limit_term
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TotalBreaks) -> Iterator[ViolationTerm]:
    """Yield the single term of the teams together."""
    slots = None if rule.slots is None else frozenset(rule.slots)
    breaks = lpSum(
        break_count(model, team, slots, rule.side)
        for team in model.selected_teams(rule.teams)
    )
    yield break_limit_term("total_breaks", rule, breaks)
