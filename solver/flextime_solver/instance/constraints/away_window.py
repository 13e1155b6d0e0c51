"""Limit on away games within windows of games."""

from flextime.domain.constraints.away_window import AwayWindow
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder

_WHERE = {"any": 0, "first": 1, "last": 2}


def contribute(rule: AwayWindow, builder: LeagueBuilder) -> None:
    """Add a sequence rule over windows of successive games of each team."""
    builder.add_sequence_rule(
        rule,
        SequenceRule.WINDOW,
        rule.teams,
        _WHERE[rule.where],
        rule.games,
        rule.max_away,
    )
