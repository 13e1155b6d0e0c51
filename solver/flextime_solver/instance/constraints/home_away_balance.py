"""Limit on the difference of home and away games."""

from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: HomeAwayBalance, builder: LeagueBuilder) -> None:
    """Add one counter per team: home games add 1, away games subtract 1."""
    for team in builder.teams(rule.teams):
        builder.add_counter(
            rule,
            builder.home_games(team, builder.all_slots),
            builder.away_games(team, builder.all_slots, step=-1),
            low=-rule.max_difference,
            high=rule.max_difference,
        )
