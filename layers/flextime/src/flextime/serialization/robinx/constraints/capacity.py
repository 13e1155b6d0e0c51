"""Capacity constraints: CA1 to CA5."""

from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.serialization.robinx.constraints.reader import (
    SCOPES,
    SIDES,
    CommonFields,
    Reader,
    games_limits,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _ca1(node: Node, resources: Resources, common: CommonFields) -> TeamGames:
    return TeamGames(
        **common,
        **games_limits(node),
        teams=resources.chosen_teams(node),
        slots=resources.chosen_slots(node),
        side=node.choice("mode", SIDES, "HA"),
    )


def _ca2(node: Node, resources: Resources, common: CommonFields) -> OpponentGames:
    return OpponentGames(
        **common,
        **games_limits(node),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        slots=resources.chosen_slots(node),
        side=node.choice("mode1", SIDES, "HA"),
        each_opponent=node.choice("mode2", SCOPES, "GLOBAL"),
    )


def _ca3(node: Node, resources: Resources, common: CommonFields) -> OpponentWindow:
    return OpponentWindow(
        **common,
        **games_limits(node),
        length=node.integer("intp"),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        side=node.choice("mode1", SIDES, "HA"),
        unit=node.choice("mode2", {"SLOTS": "rounds", "GAMES": "games"}, "SLOTS"),
    )


def _ca4(node: Node, resources: Resources, common: CommonFields) -> GroupGames:
    return GroupGames(
        **common,
        **games_limits(node),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        slots=resources.chosen_slots(node),
        side=node.choice("mode1", SIDES, "HA"),
        each_slot=node.choice("mode2", SCOPES, "GLOBAL"),
    )


def _ca5(node: Node, resources: Resources, common: CommonFields) -> TripOpponents:
    resources.ensure_all_slots(node)
    return TripOpponents(
        **common,
        **games_limits(node),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
    )


CAPACITY: dict[str, Reader] = {
    "CA1": _ca1,
    "CA2": _ca2,
    "CA3": _ca3,
    "CA4": _ca4,
    "CA5": _ca5,
}
