"""Constraint elements of RobinX as rules of the catalogue, one function a tag."""

from collections.abc import Callable
from typing import Any

from flextime.documents.robinx.elements import Node
from flextime.documents.robinx.resources import Resources
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.break_difference import BreakDifference
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.domain.ids import ConstraintId, SlotId, TeamId

Head = dict[str, Any]
"""Keyword arguments that every rule has: id, hard, weight, source."""

SIDES = {"H": Side.HOME, "A": Side.AWAY, "HA": Side.EITHER}


def read_constraints(instance: Node, resources: Resources) -> tuple[Constraint, ...]:
    """All rules below ``Constraints``, in the file's order.

    Raises
    ------
    InvalidLeague
        For an unknown tag, mode or id, with the path of the element and attribute.
    """
    rules: list[Constraint] = []
    for family in instance.below("Constraints"):
        for node in family.children():
            if node.tag not in READERS:
                known = ", ".join(READERS)
                raise node.fault(None, f"no constraint of RobinX; known are {known}")
            number = 1 + sum(rule.id.startswith(f"{node.tag}-") for rule in rules)
            rules.extend(READERS[node.tag](node, resources, _head(node, number)))
    return tuple(rules)


def _head(node: Node, number: int) -> Head:
    return {
        "id": ConstraintId(f"{node.tag}-{number}"),
        "hard": node.choice("type", {"HARD": True, "SOFT": False}),
        "weight": max(1, node.number("penalty", 1)),
        "source": f"RobinX {node.tag}",
    }


def _limits(node: Node) -> Head:
    return {"min_games": node.number("min", 0), "max_games": node.number("max")}


def _teams(node: Node, resources: Resources, suffix: str = "") -> tuple[TeamId, ...]:
    teams = resources.chosen_teams(node, suffix)
    if not teams:
        raise node.fault(f"teams{suffix}", "no team is named")
    return teams


def _slots(node: Node, resources: Resources) -> tuple[SlotId, ...]:
    """The named slots; all where the element names none."""
    return resources.chosen_slots(node) or resources.slots


def _ca1(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        TeamGames(
            **head,
            **_limits(node),
            teams=_teams(node, resources),
            slots=_slots(node, resources),
            side=node.choice("mode", SIDES),
        )
    ]


def _ca2(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        OpponentGames(
            **head,
            **_limits(node),
            teams=_teams(node, resources, "1"),
            opponents=_teams(node, resources, "2"),
            slots=_slots(node, resources),
            side=node.choice("mode1", SIDES),
            each_opponent=node.choice("mode2", {"GLOBAL": False, "EVERY": True}),
        )
    ]


def _ca3(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        OpponentWindow(
            **head,
            **_limits(node),
            length=node.number("intp"),
            teams=_teams(node, resources, "1"),
            opponents=_teams(node, resources, "2"),
            side=node.choice("mode1", SIDES),
            unit=node.choice("mode2", {"SLOTS": "rounds", "GAMES": "games"}),
        )
    ]


def _ca4(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        GroupGames(
            **head,
            **_limits(node),
            teams=_teams(node, resources, "1"),
            opponents=_teams(node, resources, "2"),
            slots=_slots(node, resources),
            side=node.choice("mode1", SIDES),
            each_slot=node.choice("mode2", {"GLOBAL": False, "EVERY": True}),
        )
    ]


def _ca5(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        TripOpponents(
            **head,
            **_limits(node),
            teams=_teams(node, resources, "1"),
            opponents=_teams(node, resources, "2"),
        )
    ]


def _ga1(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    games = []
    for home, away in node.pairs("meetings"):
        for name in (home, away):
            if name not in resources.team_names:
                raise node.fault("meetings", f"there is no team {name!r}")
        games.append((TeamId(home), TeamId(away)))
    slots = _slots(node, resources)
    return [ChosenGames(**head, **_limits(node), games=tuple(games), slots=slots)]


def _ga2(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        ConditionalGame(
            **head,
            teams=_teams(node, resources, "1"),
            opponents=_teams(node, resources, "2"),
            slots=tuple(SlotId(name) for name in node.names("slots1")),
            then_teams=_teams(node, resources, "3"),
            then_opponents=_teams(node, resources, "4"),
            then_slots=tuple(SlotId(name) for name in node.names("slots2")),
            forbidden=node.choice("mode", {"EQ": False, "NEQ": True}, "EQ"),
        )
    ]


def _br1(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    node.choice("mode1", {"LEQ": None}, "LEQ")
    return [
        TeamBreaks(
            **head,
            max_breaks=node.number("intp"),
            teams=_teams(node, resources),
            slots=_slots(node, resources),
            side=node.choice("mode2", SIDES, "HA"),
        )
    ]


def _br2(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    node.choice("mode2", {"LEQ": None}, "LEQ")
    return [
        TotalBreaks(
            **head,
            max_breaks=node.number("intp"),
            teams=_teams(node, resources),
            slots=_slots(node, resources),
            side=node.choice("homeMode", SIDES, "HA"),
        )
    ]


def _br3(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    difference = node.number("intp")
    teams = _teams(node, resources)
    return [BreakDifference(**head, max_difference=difference, teams=teams)]


def _br4(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        RoadTrips(
            **head,
            min_trips=node.number("intp"),
            teams=_teams(node, resources),
            slots=_slots(node, resources),
        )
    ]


def _fa1(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    difference = node.number("intp")
    teams = _teams(node, resources)
    return [RunningBalance(**head, max_difference=difference, teams=teams)]


def _fa2(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [
        HomeGameDifference(
            **head,
            max_difference=node.number("intp"),
            side=node.choice("mode", SIDES, "H"),
            slots=_slots(node, resources),
            teams=_teams(node, resources),
        )
    ]


def _fa3(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    return [AlternatingVenues(**head, teams=_teams(node, resources))]


def _fa4(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    del resources
    return [CarryOver(**head, max_value=node.number("intp"))]


def _fa5(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    teams = _teams(node, resources)
    return [TravelLimit(**head, max_km=node.number("intp"), teams=teams)]


def _se1(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    node.choice("mode1", {"SLOTS": None}, "SLOTS")
    most = node.number("max") if "max" in node.element.attrib else None
    return [
        MeetingGap(
            **head,
            min_rounds=node.number("min", 0),
            max_rounds=most,
            teams=_teams(node, resources),
        )
    ]


def _se2(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    known = set(resources.slots)
    pairs = []
    for one, other in node.pairs("slotPairs"):
        for name in (one, other):
            if name not in known:
                raise node.fault("slotPairs", f"there is no slot {name!r}")
        pairs.append((SlotId(one), SlotId(other)))
    teams = _teams(node, resources)
    return [PairedSlots(**head, slot_pairs=tuple(pairs), teams=teams)]


def _basic(node: Node, resources: Resources, head: Head) -> list[Constraint]:
    """BA1 and BA2, all games and one a slot, hold for every league anyway."""
    del resources, head
    if node.choice("type", {"HARD": True, "SOFT": False}, "HARD"):
        return []
    message = "a soft basic constraint is not supported: every game must be played"
    raise node.fault("type", message)


READERS: dict[str, Callable[[Node, Resources, Head], list[Constraint]]] = {
    "BA1": _basic,
    "BA2": _basic,
    "CA1": _ca1,
    "CA2": _ca2,
    "CA3": _ca3,
    "CA4": _ca4,
    "CA5": _ca5,
    "GA1": _ga1,
    "GA2": _ga2,
    "BR1": _br1,
    "BR2": _br2,
    "BR3": _br3,
    "BR4": _br4,
    "FA1": _fa1,
    "FA2": _fa2,
    "FA3": _fa3,
    "FA4": _fa4,
    "FA5": _fa5,
    "SE1": _se1,
    "SE2": _se2,
}
