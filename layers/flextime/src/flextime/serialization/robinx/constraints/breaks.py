"""Break constraints: BR1 to BR4."""

from flextime.domain.constraints.break_difference import BreakDifference
from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.serialization.robinx.constraints.reader import (
    SIDES,
    CommonFields,
    Reader,
    break_limits,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _br1(node: Node, resources: Resources, common: CommonFields) -> TeamBreaks:
    return TeamBreaks(
        **common,
        **break_limits(node, "mode1"),
        teams=resources.chosen_teams(node),
        slots=resources.chosen_slots(node),
        side=node.choice("mode2", SIDES, "HA"),
    )


def _br2(node: Node, resources: Resources, common: CommonFields) -> TotalBreaks:
    return TotalBreaks(
        **common,
        **break_limits(node, "mode2"),
        teams=resources.chosen_teams(node),
        slots=resources.chosen_slots(node),
        side=node.choice("homeMode", SIDES, "HA"),
    )


def _br3(node: Node, resources: Resources, common: CommonFields) -> BreakDifference:
    resources.ensure_all_slots(node)
    node.choice("mode2", {"HA": None}, "HA")
    return BreakDifference(
        **common,
        max_difference=node.integer("intp"),
        teams=resources.chosen_teams(node),
    )


def _br4(node: Node, resources: Resources, common: CommonFields) -> RoadTrips:
    node.choice("mode", {"GEQ": None}, "GEQ")
    return RoadTrips(
        **common,
        min_trips=node.integer("min" if node.has("min") else "intp"),
        teams=resources.chosen_teams(node),
        slots=resources.chosen_slots(node),
    )


BREAKS: dict[str, Reader] = {"BR1": _br1, "BR2": _br2, "BR3": _br3, "BR4": _br4}
