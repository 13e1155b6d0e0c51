"""Fairness constraints: FA1 to FA6."""

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.game_costs import GameCosts
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.serialization.robinx.constraints.reader import SIDES, CommonFields, Reader
from flextime.serialization.robinx.data import (
    ensure_no_effect_weights,
    read_costs,
    require_distances,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _fa1(node: Node, resources: Resources, common: CommonFields) -> RunningBalance:
    resources.ensure_all_slots(node)
    return RunningBalance(
        **common,
        max_difference=node.integer("intp"),
        teams=resources.chosen_teams(node),
    )


def _fa2(node: Node, resources: Resources, common: CommonFields) -> HomeGameDifference:
    return HomeGameDifference(
        **common,
        max_difference=node.integer("intp"),
        side=node.choice("mode", SIDES, "H"),
        slots=resources.chosen_slots(node),
        teams=resources.chosen_teams(node),
    )


def _fa3(node: Node, resources: Resources, common: CommonFields) -> AlternatingVenues:
    resources.ensure_all_slots(node)
    return AlternatingVenues(**common, teams=resources.chosen_teams(node))


def _fa4(node: Node, resources: Resources, common: CommonFields) -> CarryOver:
    named = node.has("teams", "teamGroups")
    if named and set(resources.chosen_teams(node)) != set(resources.teams):
        raise node.error("teams", "carry-over is supported for all teams only")
    ensure_no_effect_weights(resources)
    return CarryOver(**common, max_value=node.integer("intp"))


def _fa5(node: Node, resources: Resources, common: CommonFields) -> TravelLimit:
    resources.ensure_all_slots(node)
    require_distances(resources)
    return TravelLimit(
        **common, max_km=node.integer("intp"), teams=resources.chosen_teams(node)
    )


def _fa6(node: Node, resources: Resources, common: CommonFields) -> GameCosts:
    slots = set(resources.chosen_slots(node))
    costs = tuple(cost for cost in read_costs(resources) if cost.slot in slots)
    return GameCosts(**common, max_cost=node.integer("intp"), costs=costs)


FAIRNESS: dict[str, Reader] = {
    "FA1": _fa1,
    "FA2": _fa2,
    "FA3": _fa3,
    "FA4": _fa4,
    "FA5": _fa5,
    "FA6": _fa6,
}
