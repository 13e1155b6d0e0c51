"""A game that makes another one needed, or forbids it (RobinX GA2)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.exact.season_model import Linear, SeasonModel
from flextime_solver.exact.unit import Unit


def units(model: SeasonModel, rule: ConditionalGame) -> Iterator[Unit]:
    first = _games(model, rule.teams, rule.opponents, rule.slots)
    then = _games(model, rule.then_teams, rule.then_opponents, rule.then_slots)
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
) -> list[Linear]:
    return [
        model.game(home, away, (slot,))
        for home in dict.fromkeys(teams)
        for away in dict.fromkeys(opponents)
        for slot in dict.fromkeys(slots)
        if home != away
    ]
