"""A game that requires or forbids another game (RobinX GA2).

For each first game x1 and the set T of second games:

    d >= x1 - sum of x over T         if one of T is required
    d >= x1 + x2 - 1 for x2 in T      if all of T are forbidden
"""

from collections.abc import Iterator
from itertools import product

from pulp import lpSum

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: ConditionalGame) -> Iterator[ViolationTerm]:
    """Yield the single term of the condition."""
    first = _games(model, rule.teams, rule.opponents, rule.slots, rule.side)
    then = _games(
        model, rule.then_teams, rule.then_opponents, rule.then_slots, rule.then_side
    )
    if rule.forbidden:
        # a first game and one of the others
        expressions = tuple(one + other - 1 for one in first for other in then)
    else:
        # a first game without any of the others
        expressions = tuple(one - lpSum(then) for one in first)
    yield ViolationTerm("conditional_game", expressions)


def _games(
    model: MipModel,
    teams: tuple[TeamId, ...],
    opponents: tuple[TeamId, ...],
    slots: tuple[SlotId, ...],
    side: Side,
) -> list[LinearExpr]:
    hosted = list(product(teams, opponents)) if side is not Side.AWAY else []
    visited = list(product(opponents, teams)) if side is not Side.HOME else []
    return [
        model.games_hosted(home, away, (slot,))
        for home, away in dict.fromkeys(hosted + visited)
        for slot in slots
        if home != away
    ]
