"""Each game adds its cost to one counter (RobinX FA6)."""

from flextime.domain.constraints.game_costs import GameCosts
from flextime_solver.instance.builder import Cells, Contributions


def contribute(rule: GameCosts, to: Contributions) -> None:
    number = to.team_number
    cost_of = {(each.home, each.away, each.slot): each.cost for each in rule.costs}
    cells = (
        Cells((number[home],), (number[away],), to.slot_numbers((slot,)), cost)
        for (home, away, slot), cost in cost_of.items()
    )
    to.count(rule, *cells, high=rule.max_cost)
