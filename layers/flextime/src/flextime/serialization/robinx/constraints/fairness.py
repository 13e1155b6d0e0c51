"""Fairness constraints: balances, carry-over, travel and costs."""

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.game_costs import GameCosts
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.serialization.robinx.constraints.reader import SIDES, Head, Reader
from flextime.serialization.robinx.data import (
    read_costs,
    refuse_effect_weights,
    require_distances,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _fa1(node: Node, resources: Resources, head: Head) -> RunningBalance:
    resources.refuse_some_slots(node)
    return RunningBalance(
        **head,
        max_difference=node.number("intp"),
        teams=resources.chosen_teams(node),
    )


def _fa2(node: Node, resources: Resources, head: Head) -> HomeGameDifference:
    return HomeGameDifference(
        **head,
        max_difference=node.number("intp"),
        side=node.choice("mode", SIDES, "H"),
        slots=resources.chosen_slots(node),
        teams=resources.chosen_teams(node),
    )


def _fa3(node: Node, resources: Resources, head: Head) -> AlternatingVenues:
    resources.refuse_some_slots(node)
    return AlternatingVenues(**head, teams=resources.chosen_teams(node))


def _fa4(node: Node, resources: Resources, head: Head) -> CarryOver:
    named = node.has("teams", "teamGroups")
    if named and set(resources.chosen_teams(node)) != set(resources.teams):
        raise node.fault("teams", "carry-over is supported for all teams only")
    refuse_effect_weights(resources)
    return CarryOver(**head, max_value=node.number("intp"))


def _fa5(node: Node, resources: Resources, head: Head) -> TravelLimit:
    resources.refuse_some_slots(node)
    require_distances(resources)
    return TravelLimit(
        **head, max_km=node.number("intp"), teams=resources.chosen_teams(node)
    )


def _fa6(node: Node, resources: Resources, head: Head) -> GameCosts:
    slots = set(resources.chosen_slots(node))
    costs = tuple(cost for cost in read_costs(resources) if cost.slot in slots)
    return GameCosts(**head, max_cost=node.number("intp"), costs=costs)


FAIRNESS: dict[str, Reader] = {
    "FA1": _fa1,
    "FA2": _fa2,
    "FA3": _fa3,
    "FA4": _fa4,
    "FA5": _fa5,
    "FA6": _fa6,
}
