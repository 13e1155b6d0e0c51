"""How often two groups meet in some slots (RobinX CA4)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.exact.rules.counted import outside
from flextime_solver.exact.season_model import Linear, SeasonModel
from flextime_solver.exact.unit import Unit


def units(model: SeasonModel, rule: GroupGames) -> Iterator[Unit]:
    pairs = _pairs(rule)
    if rule.each_slot:
        for slot in rule.slots:
            name = f"group_games_{slot}"
            yield from outside(name, rule, _played(model, pairs, (slot,)))
    elif rule.slots:
        yield from outside("group_games", rule, _played(model, pairs, rule.slots))


def _pairs(rule: GroupGames) -> frozenset[tuple[TeamId, TeamId]]:
    """Home and away of every game that counts, each once."""
    hosted = {(team, other) for team in rule.teams for other in rule.opponents}
    visited = {(other, team) for team, other in hosted}
    chosen = {
        Side.HOME: hosted,
        Side.AWAY: visited,
        Side.EITHER: hosted | visited,
    }
    return frozenset(pair for pair in chosen[rule.side] if pair[0] != pair[1])


def _played(
    model: SeasonModel,
    pairs: frozenset[tuple[TeamId, TeamId]],
    slots: tuple[SlotId, ...],
) -> Linear:
    return lpSum(model.game(home, away, slots) for home, away in pairs)
