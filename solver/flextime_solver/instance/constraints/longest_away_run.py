"""Limit on away games in a row."""

from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: LongestAwayRun, builder: LeagueBuilder) -> None:
    """Add a sequence rule over runs of away games."""
    builder.add_sequence_rule(rule, SequenceRule.RUN, rule.teams, 0, rule.max_games)
