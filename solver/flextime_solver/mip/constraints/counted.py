"""Units of rules that allow a number of games between a least and a most."""

from collections.abc import Iterator

from flextime.domain.constraints.game_limits import GameLimits
from flextime_solver.mip.model import Linear
from flextime_solver.mip.violation_term import Unit


def outside(name: str, rule: GameLimits, games: Linear) -> Iterator[Unit]:
    """How far `games` lies outside the rule's limits."""
    # (games - max)+ + (min - games)+: at most one of the two is above 0
    amounts = []
    if rule.max_games is not None:
        amounts.append(games - rule.max_games)
    if rule.min_games > 0:
        amounts.append(rule.min_games - games)
    yield Unit(name, tuple(amounts))
