"""Slots in which a team cannot host.

d >= sum over s of H[t, s]
"""

from collections.abc import Iterator

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: VenueUnavailable) -> Iterator[ViolationTerm]:
    """Yield the single term of the team."""
    games = model.games(rule.team, frozenset(rule.slots), Side.HOME)
    yield ViolationTerm(f"dark_{rule.team}", (games,))
