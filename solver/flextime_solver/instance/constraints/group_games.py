"""Games between two groups of teams are counted (RobinX CA4)."""

from flextime.domain.constraints.group_games import GroupGames
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.constraints.sides import games_on_side, limits


def contribute(rule: GroupGames, to: Contributions) -> None:
    slots = to.slot_numbers(rule.slots)
    low, high = limits(rule)
    teams, opponents = to.teams(rule.teams), to.teams(rule.opponents)
    for window in [(slot,) for slot in slots] if rule.each_slot else [slots]:
        cells = games_on_side(rule.side, teams, opponents, window)
        to.count(rule, *cells, low=low, high=high)
