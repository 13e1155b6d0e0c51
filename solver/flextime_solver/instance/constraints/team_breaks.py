"""Breaks are looked at in each team's games in order of time (RobinX BR1)."""

from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.masks import slot_masks


def contribute(rule: TeamBreaks, to: Contributions) -> None:
    to.in_order(
        rule,
        SequenceRule.BREAKS,
        rule.teams,
        SIDE_NUMBER[rule.side],
        rule.max_breaks,
        *slot_masks(to.slot_numbers(rule.slots)),
        rule.min_breaks,
    )
