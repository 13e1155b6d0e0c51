"""A game that makes another one needed, or forbids it (RobinX GA2)."""

from collections.abc import Iterator
from itertools import product

from pulp import lpSum

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: ConditionalGame) -> Iterator[Unit]:
    first = _games(model, rule.teams, rule.opponents, rule.slots, rule.side)
    then = _games(
        model, rule.then_teams, rule.then_opponents, rule.then_slots, rule.then_side
    )
    if rule.forbidden:
        # a first game and one of the others
        amounts = tuple(one + other - 1 for one in first for other in then)
    else:
        # a first game without any of the others
        amounts = tuple(one - lpSum(then) for one in first)
    yield Unit("conditional_game", amounts)


def _games(
    model: SeasonModel,
    teams: tuple[TeamId, ...],
    opponents: tuple[TeamId, ...],
    slots: tuple[SlotId, ...],
    side: Side,
) -> list[Linear]:
    hosted = list(product(teams, opponents)) if side is not Side.AWAY else []
    visited = list(product(opponents, teams)) if side is not Side.HOME else []
    return [
        model.game(home, away, (slot,))
        for home, away in dict.fromkeys(hosted + visited)
        for slot in slots
        if home != away
    ]
