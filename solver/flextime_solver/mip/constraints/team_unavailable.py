"""Days on which a team cannot play."""

from collections.abc import Iterator

from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TeamUnavailable) -> Iterator[Unit]:
    games = model.games(rule.team, frozenset(rule.slots))
    yield Unit(f"unavailable_{rule.team}", (games,))
