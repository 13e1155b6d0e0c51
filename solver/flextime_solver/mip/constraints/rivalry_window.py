"""Two teams that meet in a window."""

from collections.abc import Iterator

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RivalryWindow) -> Iterator[Unit]:
    first, second = rule.teams
    met = model.meetings(first, second, frozenset(rule.slots))
    yield Unit(f"rivalry_{first}_{second}", (rule.min_games - met,))
