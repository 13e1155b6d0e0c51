"""Cells of games on a side, and limits of the constraints that count them."""

from collections.abc import Sequence

from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.side import Side
from flextime_solver.instance.compiled_league import NO_LIMIT
from flextime_solver.instance.league_builder import Cells

SIDE_NUMBER = {Side.HOME: 0, Side.AWAY: 1, Side.EITHER: 2}
"""Numbers of the sides in rows of rules."""


def limits(rule: GameLimits) -> tuple[int, int]:
    """Return the least and the most games that a rule allows."""
    return rule.min_games, NO_LIMIT if rule.max_games is None else rule.max_games


def games_on_side(
    side: Side, teams: Sequence[int], opponents: Sequence[int], slots: Sequence[int]
) -> tuple[Cells, ...]:
    """Return the games of `teams` against `opponents`, each game once.

    `side` is that of `teams`.
    """
    at_home = Cells(teams, opponents, slots)
    if side is Side.HOME:
        return (at_home,)
    if side is Side.AWAY:
        return (Cells(opponents, teams, slots),)
    # If both teams are in both groups, their game is among those at home already.
    outside = [team for team in teams if team not in opponents]
    inside = [team for team in teams if team in opponents]
    strangers = [team for team in opponents if team not in teams]
    parts = (at_home, Cells(opponents, outside, slots), Cells(strangers, inside, slots))
    return tuple(part for part in parts if part.homes and part.aways)
