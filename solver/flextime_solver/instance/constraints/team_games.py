"""Games of a side in some slots are counted for each team (RobinX CA1)."""

from flextime.domain.constraints.team_games import TeamGames
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.constraints.sides import games_on_side, limits


def contribute(rule: TeamGames, to: Contributions) -> None:
    slots = to.slot_numbers(rule.slots)
    low, high = limits(rule)
    for team in to.teams(rule.teams):
        cells = games_on_side(rule.side, (team,), to.all_teams, slots)
        to.count(rule, *cells, low=low, high=high)
