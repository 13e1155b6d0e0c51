"""Rounds between two meetings are looked at for every two teams (RobinX SE1)."""

from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import NO_LIMIT, PairRule
from flextime_solver.instance.masks import team_mask


def contribute(rule: MeetingGap, to: Contributions) -> None:
    most = NO_LIMIT if rule.max_rounds is None else rule.max_rounds
    teams = team_mask(to.teams(rule.teams))
    to.between(rule, PairRule.GAP, teams, rule.min_rounds, most)
