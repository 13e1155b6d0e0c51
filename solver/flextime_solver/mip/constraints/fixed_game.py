"""A game that must be played in one of its slots.

With S the slots of the rule:

    d >= 1 - sum over s in S of x[h, a, s]
"""

from collections.abc import Iterator

from flextime.domain.constraints.fixed_game import FixedGame
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: FixedGame) -> Iterator[ViolationTerm]:
    """Yield the single term of the game."""
    # 1 - sum over its slots of x[home, away, slot]
    played = model.games_hosted(rule.home, rule.away, frozenset(rule.slots))
    yield ViolationTerm(f"fixed_game_{rule.home}_{rule.away}", (1 - played,))
