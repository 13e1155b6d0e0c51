"""Limits on the breaks of all teams together (RobinX BR2)."""

from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import slot_masks


def contribute(rule: TotalBreaks, builder: LeagueBuilder) -> None:
    """Add one counter, and a sequence rule that adds each team's breaks to it."""
    slots = (
        builder.all_slots if rule.slots is None else builder.slot_indices(rule.slots)
    )
    counter = builder.add_counter(rule, low=rule.min_breaks, high=rule.max_breaks)
    builder.add_sequence_rule(
        rule,
        SequenceRule.BREAKS_TOGETHER,
        rule.teams,
        SIDE_NUMBER[rule.side],
        builder.add_team_value(counter),
        counter,
        *slot_masks(slots),
    )
