"""Games against some opponents are counted for each team (RobinX CA2)."""

from flextime.domain.constraints.opponent_games import OpponentGames
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.constraints.sides import games_on_side, limits


def contribute(rule: OpponentGames, to: Contributions) -> None:
    slots = to.slot_numbers(rule.slots)
    low, high = limits(rule)
    for team in to.teams(rule.teams):
        others = [other for other in to.teams(rule.opponents) if other != team]
        groups = [[other] for other in others] if rule.each_opponent else [others]
        for group in groups:
            cells = games_on_side(rule.side, (team,), group, slots)
            to.count(rule, *cells, low=low, high=high)
