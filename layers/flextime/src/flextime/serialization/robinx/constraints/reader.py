"""What the readers of all tags share: attributes that many of them have."""

from collections.abc import Callable
from typing import Any

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.side import Side
from flextime.domain.points import MAX_LIMIT
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources

CommonFields = dict[str, Any]
"""Keyword arguments that every rule has: id, hard, weight, active, source."""

type Reader = Callable[[Node, Resources, CommonFields], Constraint]

SIDES = {"H": Side.HOME, "A": Side.AWAY, "HA": Side.EITHER}
SCOPES = {"GLOBAL": False, "EVERY": True}


def games_limits(node: Node) -> CommonFields:
    """``min`` and ``max``: 0 and no limit where they are left out, but not both."""
    if not node.has("min", "max"):
        raise node.error("max", "this attribute is missing")
    maximum = node.integer("max") if node.has("max") else None
    return {"min_games": node.integer("min", 0), "max_games": maximum}


def break_limits(node: Node, mode: str) -> CommonFields:
    """``intp`` as the most, the least or the exact number of breaks, by `mode`."""
    number = node.integer("intp")
    limits = {
        "LEQ": {"max_breaks": number},
        "EQ": {"min_breaks": number, "max_breaks": number},
        "GEQ": {"min_breaks": number, "max_breaks": MAX_LIMIT},
    }
    return node.choice(mode, limits, "LEQ")
