"""Home runs are measured over a team's games in order of time."""

from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: LongestHomeRun, to: Contributions) -> None:
    to.in_order(rule, SequenceRule.RUN, rule.teams, 1, rule.max_games)
