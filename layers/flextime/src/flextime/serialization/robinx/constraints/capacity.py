"""Capacity constraints: how many games, against whom, when and where."""

from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.serialization.robinx.constraints.reader import (
    SCOPES,
    SIDES,
    Head,
    Reader,
    games_limits,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _ca1(node: Node, resources: Resources, head: Head) -> TeamGames:
    return TeamGames(
        **head,
        **games_limits(node),
        teams=resources.chosen_teams(node),
        slots=resources.chosen_slots(node),
        side=node.choice("mode", SIDES, "HA"),
    )


def _ca2(node: Node, resources: Resources, head: Head) -> OpponentGames:
    return OpponentGames(
        **head,
        **games_limits(node),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        slots=resources.chosen_slots(node),
        side=node.choice("mode1", SIDES, "HA"),
        each_opponent=node.choice("mode2", SCOPES, "GLOBAL"),
    )


def _ca3(node: Node, resources: Resources, head: Head) -> OpponentWindow:
    return OpponentWindow(
        **head,
        **games_limits(node),
        length=node.number("intp"),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        side=node.choice("mode1", SIDES, "HA"),
        unit=node.choice("mode2", {"SLOTS": "rounds", "GAMES": "games"}, "SLOTS"),
    )


def _ca4(node: Node, resources: Resources, head: Head) -> GroupGames:
    return GroupGames(
        **head,
        **games_limits(node),
        teams=resources.chosen_teams(node, "1"),
        opponents=resources.chosen_teams(node, "2"),
        slots=resources.chosen_slots(node),
        side=node.choice("mode1", SIDES, "HA"),
        each_slot=node.choice("mode2", SCOPES, "GLOBAL"),
    )


def _ca5(node: Node, resources: Resources, head: Head) -> TripOpponents:
    resources.refuse_some_slots(node)
    return TripOpponents(
        **head,
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
