"""Each team's breaks add to one counter of all of them (RobinX BR2)."""

from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.masks import slot_masks


def contribute(rule: TotalBreaks, to: Contributions) -> None:
    slots = to.all_slots if rule.slots is None else to.slot_numbers(rule.slots)
    counter = to.count(rule, low=rule.min_breaks, high=rule.max_breaks)
    to.in_order(
        rule,
        SequenceRule.BREAKS_TOGETHER,
        rule.teams,
        SIDE_NUMBER[rule.side],
        to.team_value(counter),
        counter,
        *slot_masks(slots),
    )
