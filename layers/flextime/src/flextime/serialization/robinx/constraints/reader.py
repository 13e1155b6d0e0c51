"""Attributes that many RobinX constraints share."""

from collections.abc import Callable
from typing import Any

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.side import Side
from flextime.domain.points import MAX_LIMIT
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources

CommonFields = dict[str, Any]
"""Keyword arguments of every constraint: id, hard, weight, active and source."""

type Reader = Callable[[Node, Resources, CommonFields], Constraint]
"""A function that converts one element to a constraint."""

SIDES = {"H": Side.HOME, "A": Side.AWAY, "HA": Side.EITHER}
SCOPES = {"GLOBAL": False, "EVERY": True}


def games_limits(node: Node) -> CommonFields:
    """Return the attributes ``min`` and ``max``, of which one may be missing."""
    if not node.has("min", "max"):
        raise node.error("max", "this attribute is missing")
    maximum = node.integer("max") if node.has("max") else None
    return {"min_games": node.integer("min", 0), "max_games": maximum}


def break_limits(node: Node, mode: str) -> CommonFields:
    """Return ``intp`` as the maximum, minimum or exact number of breaks.

    Parameters
    ----------
    mode
        Name of the attribute that has ``LEQ``, ``GEQ`` or ``EQ``.
    """
    number = node.integer("intp")
    limits = {
        "LEQ": {"max_breaks": number},
        "EQ": {"min_breaks": number, "max_breaks": number},
        "GEQ": {"min_breaks": number, "max_breaks": MAX_LIMIT},
    }
    return node.choice(mode, limits, "LEQ")
