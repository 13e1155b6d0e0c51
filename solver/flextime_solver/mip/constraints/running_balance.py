"""Difference between home and away games after each round (RobinX FA1).

For each round r, over the rounds k <= r:

    d >= sum of (H[t, k] - A[t, k]) - max
    d >= sum of (A[t, k] - H[t, k]) - max
"""

from collections.abc import Iterator

from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.side import Side
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: RunningBalance) -> Iterator[ViolationTerm]:
    """Yield a term for each team, with two expressions for each round."""
    for team in model.selected_teams(rule.teams):
        expressions: list[LinearExpr] = []
        difference = LinearExpr.empty()
        for round_ in range(len(model.rounds)):
            home = model.plays_in_round(team, round_, Side.HOME)
            away = model.plays_in_round(team, round_, Side.AWAY)
            difference = difference + home - away
            # |home - away| so far - max; a round without a game changes nothing
            expressions.append(difference - rule.max_difference)
            expressions.append(-difference - rule.max_difference)
        yield ViolationTerm(f"running_balance_{team}", tuple(expressions))
