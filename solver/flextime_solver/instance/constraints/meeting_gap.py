"""Limits on the rounds between two meetings of a pair (RobinX SE1)."""

from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime_solver.instance.compiled_league import NO_LIMIT, PairRule
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import team_mask


def contribute(rule: MeetingGap, builder: LeagueBuilder) -> None:
    """Add a pair rule over the rounds between successive meetings."""
    maximum = NO_LIMIT if rule.max_rounds is None else rule.max_rounds
    teams = team_mask(builder.teams(rule.teams))
    builder.add_pair_rule(rule, PairRule.GAP, teams, rule.min_rounds, maximum)
