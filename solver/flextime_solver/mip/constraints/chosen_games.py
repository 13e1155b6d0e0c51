"""Named games in some slots (RobinX GA1)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.chosen_games import ChosenGames
from flextime_solver.mip.constraints.counted import outside
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: ChosenGames) -> Iterator[Unit]:
    games = lpSum(
        model.game(home, away, rule.slots) for home, away in frozenset(rule.games)
    )
    yield from outside("chosen_games", rule, games)
