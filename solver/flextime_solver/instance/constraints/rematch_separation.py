"""Games and days between two meetings of a pair."""

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: RematchSeparation, builder: LeagueBuilder) -> None:
    """Add a pair rule over successive meetings."""
    builder.add_pair_rule(
        rule, PairRule.SEPARATION, rule.min_games, rule.min_days, int(rule.both)
    )
