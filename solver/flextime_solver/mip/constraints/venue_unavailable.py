"""Days on which a team cannot host."""

from collections.abc import Iterator

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: VenueUnavailable) -> Iterator[Unit]:
    games = model.games(rule.team, frozenset(rule.slots), Side.HOME)
    yield Unit(f"dark_{rule.team}", (games,))
