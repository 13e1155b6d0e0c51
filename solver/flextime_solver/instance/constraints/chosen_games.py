"""Limits on chosen games in some slots (RobinX GA1)."""

from flextime.domain.constraints.chosen_games import ChosenGames
from flextime_solver.instance.constraints.sides import limits
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: ChosenGames, builder: LeagueBuilder) -> None:
    """Add one counter of the chosen games in the slots."""
    slots = builder.slot_indices(rule.slots)
    low, high = limits(rule)
    number = builder.team_index
    cells = (
        Cells((number[home],), (number[away],), slots)
        for home, away in dict.fromkeys(rule.games)
    )
    builder.add_counter(rule, *cells, low=low, high=high)
