"""Named games in some slots are counted (RobinX GA1)."""

from flextime.domain.constraints.chosen_games import ChosenGames
from flextime_solver.instance.builder import Cells, Contributions
from flextime_solver.instance.constraints.sides import limits


def contribute(rule: ChosenGames, to: Contributions) -> None:
    slots = to.slot_numbers(rule.slots)
    low, high = limits(rule)
    number = to.team_number
    cells = (
        Cells((number[home],), (number[away],), slots)
        for home, away in dict.fromkeys(rule.games)
    )
    to.count(rule, *cells, low=low, high=high)
