"""Limit on home games in a row."""

from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: LongestHomeRun, builder: LeagueBuilder) -> None:
    """Add a sequence rule over runs of home games."""
    builder.add_sequence_rule(rule, SequenceRule.RUN, rule.teams, 1, rule.max_games)
