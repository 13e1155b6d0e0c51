"""The shared form of rules that bound a number of games from below and above."""

from collections.abc import Iterator

from flextime.domain.constraints.game_limits import GameLimits
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.violation_term import ViolationTerm


def limit_terms(
    name: str, rule: GameLimits, games: LinearExpr
) -> Iterator[ViolationTerm]:
    """Yield the term max(0, games - max, min - games) of a rule's limits."""
    # one term for both limits: at most one of the two can be violated
    expressions = []
    if rule.max_games is not None:
        expressions.append(games - rule.max_games)
    if rule.min_games > 0:
        expressions.append(rule.min_games - games)
    yield ViolationTerm(name, tuple(expressions))
