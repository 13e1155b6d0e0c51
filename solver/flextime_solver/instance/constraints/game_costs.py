"""Limit on the total cost of games (RobinX FA6)."""

from flextime.domain.constraints.game_costs import GameCosts
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: GameCosts, builder: LeagueBuilder) -> None:
    """Add one counter, to which each game adds its cost."""
    number = builder.team_index
    cost_of = {(each.home, each.away, each.slot): each.cost for each in rule.costs}
    cells = (
        Cells((number[home],), (number[away],), builder.slot_indices((slot,)), cost)
        for (home, away, slot), cost in cost_of.items()
    )
    builder.add_counter(rule, *cells, high=rule.max_cost)
