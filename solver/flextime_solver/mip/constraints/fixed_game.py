"""A game that must be played in one of its slots."""

from collections.abc import Iterator

from flextime.domain.constraints.fixed_game import FixedGame
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: FixedGame) -> Iterator[Unit]:
    # 1 - sum over its slots of x[home, away, slot]
    played = model.game(rule.home, rule.away, frozenset(rule.slots))
    yield Unit(f"fixed_game_{rule.home}_{rule.away}", (1 - played,))
