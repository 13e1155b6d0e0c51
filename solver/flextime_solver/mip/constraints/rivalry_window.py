"""Meetings of two teams in given slots.

d >= min - sum over s of m[p, s]
"""

from collections.abc import Iterator

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: RivalryWindow) -> Iterator[ViolationTerm]:
    """Yield the single term of the pair."""
    first, second = rule.teams
    met = model.meetings(first, second, frozenset(rule.slots))
    yield ViolationTerm(f"rivalry_{first}_{second}", (rule.min_games - met,))
