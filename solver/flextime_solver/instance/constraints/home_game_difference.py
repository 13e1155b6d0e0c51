"""Games of a side are compared for every two teams, slot after slot (RobinX FA2)."""

from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import PairRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.masks import slot_masks, team_mask


def contribute(rule: HomeGameDifference, to: Contributions) -> None:
    slots = to.all_slots if rule.slots is None else to.slot_numbers(rule.slots)
    to.between(
        rule,
        PairRule.SIDE_DIFFERENCE,
        team_mask(to.teams(rule.teams)),
        rule.max_difference,
        SIDE_NUMBER[rule.side],
        *slot_masks(slots),
    )
