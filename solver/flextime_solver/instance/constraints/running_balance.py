"""Limit on the difference of home and away games at any time (RobinX FA1)."""

from flextime.domain.constraints.running_balance import RunningBalance
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: RunningBalance, builder: LeagueBuilder) -> None:
    """Add a sequence rule over the difference after each game."""
    builder.add_sequence_rule(
        rule, SequenceRule.BALANCE, rule.teams, rule.max_difference
    )
