"""What games cost together (RobinX FA6)."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.game_costs import GameCosts
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: GameCosts) -> Iterator[Unit]:
    # the last cost named for a game is its cost, as in the domain
    cost_of = {(c.home, c.away, c.slot): c.cost for c in rule.costs}
    cost = lpSum(
        points * model.game(home, away, (slot,))
        for (home, away, slot), points in cost_of.items()
    )
    yield Unit("game_costs", (cost - rule.max_cost,))
