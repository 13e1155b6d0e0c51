"""Limit on the difference in breaks of two teams (RobinX BR3)."""

from flextime.domain.constraints.break_difference import BreakDifference
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import team_mask


def contribute(rule: BreakDifference, builder: LeagueBuilder) -> None:
    """Add a pair rule that compares the breaks of two seasons."""
    teams = team_mask(builder.teams(rule.teams))
    builder.add_pair_rule(rule, PairRule.BREAK_DIFFERENCE, teams, rule.max_difference)
