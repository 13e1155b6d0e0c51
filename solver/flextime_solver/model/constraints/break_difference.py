"""Breaks of every two teams are compared (RobinX BR3)."""

from flextime.domain.constraints.break_difference import BreakDifference
from flextime_solver.model.builder import Contributions
from flextime_solver.model.compiled import PairRule
from flextime_solver.model.masks import team_mask


def contribute(rule: BreakDifference, to: Contributions) -> None:
    teams = team_mask(to.teams(rule.teams))
    to.between(rule, PairRule.BREAK_DIFFERENCE, teams, rule.max_difference)
