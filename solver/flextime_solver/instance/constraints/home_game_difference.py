"""Limit on the difference in games of two teams at any time (RobinX FA2)."""

from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import slot_masks, team_mask


def contribute(rule: HomeGameDifference, builder: LeagueBuilder) -> None:
    """Add a pair rule that compares the games of a side up to each slot."""
    slots = (
        builder.all_slots if rule.slots is None else builder.slot_indices(rule.slots)
    )
    builder.add_pair_rule(
        rule,
        PairRule.SIDE_DIFFERENCE,
        team_mask(builder.teams(rule.teams)),
        rule.max_difference,
        SIDE_NUMBER[rule.side],
        *slot_masks(slots),
    )
