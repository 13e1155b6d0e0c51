"""Home against away is looked at after each of a team's games (RobinX FA1)."""

from flextime.domain.constraints.running_balance import RunningBalance
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: RunningBalance, to: Contributions) -> None:
    to.in_order(rule, SequenceRule.BALANCE, rule.teams, rule.max_difference)
