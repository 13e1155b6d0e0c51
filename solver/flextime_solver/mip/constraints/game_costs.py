"""Total cost of games (RobinX FA6).

With c[h, a, s] the cost of a game in a slot:

    d >= sum of c[h, a, s] x[h, a, s] - max_cost
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.game_costs import GameCosts
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: GameCosts) -> Iterator[ViolationTerm]:
    """Yield the single term of the total cost."""
    # the last cost named for a game is its cost, as in the domain
    cost_of = {(c.home, c.away, c.slot): c.cost for c in rule.costs}
    cost = lpSum(
        points * model.games_hosted(home, away, (slot,))
        for (home, away, slot), points in cost_of.items()
    )
    yield ViolationTerm("game_costs", (cost - rule.max_cost,))
