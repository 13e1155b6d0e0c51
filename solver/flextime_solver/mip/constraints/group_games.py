"""Number of games between two groups in given slots (RobinX CA4).

With n = games of the rule's teams against its opponents, in one slot or in all slots:

    d >= n - max
    d >= min - n
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.constraints.game_limits import limit_terms
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: GroupGames) -> Iterator[ViolationTerm]:
    """Yield a term for each slot, or a single term for all slots together."""
    games = _games(rule)
    if rule.each_slot:
        for slot in rule.slots:
            name = f"group_games_{slot}"
            yield from limit_terms(name, rule, _count(model, rule, games, (slot,)))
    elif rule.slots:
        yield from limit_terms(
            "group_games", rule, _count(model, rule, games, rule.slots)
        )


def _games(rule: GroupGames) -> dict[TeamId, set[TeamId]]:
    """Return the opponents of each team whose games count, each game once.

    Keys are the visiting teams if only away games count, else the hosts.
    """
    games: dict[TeamId, set[TeamId]] = {team: set() for team in rule.teams}
    for team in rule.teams:
        games[team].update(other for other in rule.opponents if other != team)
    if rule.side is Side.EITHER:
        for other in rule.opponents:
            against = {team for team in rule.teams if team != other}
            games.setdefault(other, set()).update(against)
    return games


def _count(
    model: MipModel,
    rule: GroupGames,
    games: dict[TeamId, set[TeamId]],
    slots: tuple[SlotId, ...],
) -> LinearExpr:
    side = Side.AWAY if rule.side is Side.AWAY else Side.HOME
    return lpSum(
        model.games(team, slots, side, others) for team, others in games.items()
    )
