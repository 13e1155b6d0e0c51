"""Separation constraints: SE1 and SE2."""

from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.serialization.robinx.constraints.reader import CommonFields, Reader
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _se1(node: Node, resources: Resources, common: CommonFields) -> MeetingGap:
    node.choice("mode1", {"SLOTS": None}, "SLOTS")
    if not node.has("min", "max"):
        raise node.error("min", "this attribute is missing")
    return MeetingGap(
        **common,
        min_rounds=node.integer("min", 0),
        max_rounds=node.integer("max") if node.has("max") else None,
        teams=resources.chosen_teams(node),
    )


def _se2(node: Node, resources: Resources, common: CommonFields) -> PairedSlots:
    if not node.has("slotPairs"):
        raise node.error("slotPairs", "no pair of slots is listed")
    pairs = (
        (resources.slot(node, "slotPairs", one), resources.slot(node, "slotPairs", two))
        for one, two in node.pairs("slotPairs")
    )
    return PairedSlots(
        **common,
        slot_pairs=tuple(dict.fromkeys(pairs)),
        teams=resources.chosen_teams(node),
    )


SEPARATION: dict[str, Reader] = {"SE1": _se1, "SE2": _se2}
