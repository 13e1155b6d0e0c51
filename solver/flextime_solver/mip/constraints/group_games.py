"""How often two groups meet in some slots (RobinX CA4)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.constraints.counted import outside
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: GroupGames) -> Iterator[Unit]:
    games = _games(rule)
    if rule.each_slot:
        for slot in rule.slots:
            name = f"group_games_{slot}"
            yield from outside(name, rule, _played(model, rule, games, (slot,)))
    elif rule.slots:
        yield from outside("group_games", rule, _played(model, rule, games, rule.slots))


def _games(rule: GroupGames) -> dict[TeamId, set[TeamId]]:
    """For each team the others against whom its games count, each game once.

    Of away games alone the visitors are listed, of others the hosts.
    """
    games: dict[TeamId, set[TeamId]] = {team: set() for team in rule.teams}
    for team in rule.teams:
        games[team].update(other for other in rule.opponents if other != team)
    if rule.side is Side.EITHER:
        for other in rule.opponents:
            against = {team for team in rule.teams if team != other}
            games.setdefault(other, set()).update(against)
    return games


def _played(
    model: SeasonModel,
    rule: GroupGames,
    games: dict[TeamId, set[TeamId]],
    slots: tuple[SlotId, ...],
) -> Linear:
    side = Side.AWAY if rule.side is Side.AWAY else Side.HOME
    return lpSum(
        model.games(team, slots, side, others) for team, others in games.items()
    )
