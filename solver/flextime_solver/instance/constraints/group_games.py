"""Limits on games between two groups of teams (RobinX CA4)."""

from flextime.domain.constraints.group_games import GroupGames
from flextime_solver.instance.constraints.sides import games_on_side, limits
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: GroupGames, builder: LeagueBuilder) -> None:
    """Add one counter of the games of all slots, or one per slot."""
    slots = builder.slot_indices(rule.slots)
    low, high = limits(rule)
    teams, opponents = builder.teams(rule.teams), builder.teams(rule.opponents)
    for window in [(slot,) for slot in slots] if rule.each_slot else [slots]:
        cells = games_on_side(rule.side, teams, opponents, window)
        builder.add_counter(rule, *cells, low=low, high=high)
