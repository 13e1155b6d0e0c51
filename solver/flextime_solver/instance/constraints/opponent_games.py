"""Limits on games against some opponents (RobinX CA2)."""

from flextime.domain.constraints.opponent_games import OpponentGames
from flextime_solver.instance.constraints.sides import games_on_side, limits
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: OpponentGames, builder: LeagueBuilder) -> None:
    """Add one counter per team, or one per team and opponent."""
    slots = builder.slot_indices(rule.slots)
    low, high = limits(rule)
    for team in builder.teams(rule.teams):
        others = [other for other in builder.teams(rule.opponents) if other != team]
        groups = [[other] for other in others] if rule.each_opponent else [others]
        for group in groups:
            cells = games_on_side(rule.side, (team,), group, slots)
            builder.add_counter(rule, *cells, low=low, high=high)
