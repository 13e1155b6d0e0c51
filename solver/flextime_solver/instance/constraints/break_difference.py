"""Breaks of every two teams are compared (RobinX BR3)."""

from flextime.domain.constraints.break_difference import BreakDifference
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.masks import team_mask


def contribute(rule: BreakDifference, to: Contributions) -> None:
    teams = team_mask(to.teams(rule.teams))
    to.between(rule, PairRule.BREAK_DIFFERENCE, teams, rule.max_difference)
