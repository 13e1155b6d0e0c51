"""Limits on the breaks of each team (RobinX BR1)."""

from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import slot_masks


def contribute(rule: TeamBreaks, builder: LeagueBuilder) -> None:
    """Add a sequence rule over breaks in the slots."""
    builder.add_sequence_rule(
        rule,
        SequenceRule.BREAKS,
        rule.teams,
        SIDE_NUMBER[rule.side],
        rule.max_breaks,
        *slot_masks(builder.slot_indices(rule.slots)),
        rule.min_breaks,
    )
