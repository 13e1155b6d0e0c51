"""Limits on games of each team on a side in some slots (RobinX CA1)."""

from flextime.domain.constraints.team_games import TeamGames
from flextime_solver.instance.constraints.sides import games_on_side, limits
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: TeamGames, builder: LeagueBuilder) -> None:
    """Add one counter per team of its games in the slots."""
    slots = builder.slot_indices(rule.slots)
    low, high = limits(rule)
    for team in builder.teams(rule.teams):
        cells = games_on_side(rule.side, (team,), builder.all_teams, slots)
        builder.add_counter(rule, *cells, low=low, high=high)
