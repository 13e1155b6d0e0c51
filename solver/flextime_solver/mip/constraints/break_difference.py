"""Difference in breaks between two teams (RobinX BR3).

With b[t] breaks of team t, for each pair:

    d >= b[i] - b[j] - max
    d >= b[j] - b[i] - max
"""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.break_difference import BreakDifference
from flextime_solver.mip.breaks import break_count
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: BreakDifference) -> Iterator[ViolationTerm]:
    """Yield a term for each pair of the rule's teams."""
    for first, second in combinations(model.selected_teams(rule.teams), 2):
        difference = break_count(model, first) - break_count(model, second)
        # |breaks of one - breaks of the other| - max
        yield ViolationTerm(
            f"break_difference_{first}_{second}",
            (difference - rule.max_difference, -difference - rule.max_difference),
        )
