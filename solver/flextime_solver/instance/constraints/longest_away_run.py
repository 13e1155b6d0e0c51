"""Away runs are measured over a team's games in order of time."""

from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: LongestAwayRun, to: Contributions) -> None:
    to.in_order(rule, SequenceRule.RUN, rule.teams, 0, rule.max_games)
