"""Alternating venues of successive meetings (RobinX FA3)."""

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import team_mask


def contribute(rule: AlternatingVenues, builder: LeagueBuilder) -> None:
    """Add a pair rule: two successive meetings must not be at the same team."""
    builder.add_pair_rule(
        rule, PairRule.ALTERNATE, team_mask(builder.teams(rule.teams))
    )
