"""Slots in which a team cannot play.

d >= sum over s of P[t, s]
"""

from collections.abc import Iterator

from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TeamUnavailable) -> Iterator[ViolationTerm]:
    """Yield the single term of the team."""
    games = model.games(rule.team, frozenset(rule.slots))
    yield ViolationTerm(f"unavailable_{rule.team}", (games,))
