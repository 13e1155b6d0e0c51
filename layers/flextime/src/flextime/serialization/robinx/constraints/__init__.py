"""Constraint elements of RobinX as rules of the catalogue, one function a tag."""

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.serialization.robinx.constraints.breaks import BREAKS
from flextime.serialization.robinx.constraints.capacity import CAPACITY
from flextime.serialization.robinx.constraints.fairness import FAIRNESS
from flextime.serialization.robinx.constraints.games import GAMES
from flextime.serialization.robinx.constraints.reader import CommonFields, Reader
from flextime.serialization.robinx.constraints.separation import SEPARATION
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources

BASIC = ("BA1", "BA2")
"""All games are played, and one a slot: the format and the rounds of every league."""

READERS: dict[str, Reader] = {**CAPACITY, **GAMES, **BREAKS, **FAIRNESS, **SEPARATION}

_FAMILIES = (
    "BasicConstraints",
    "CapacityConstraints",
    "GameConstraints",
    "BreakConstraints",
    "FairnessConstraints",
    "SeparationConstraints",
)


def read_constraints(instance: Node, resources: Resources) -> tuple[Constraint, ...]:
    """All rules below ``Constraints``, in the file's order.

    The `source` of a rule is the path of its element.

    Raises
    ------
    InvalidLeague
        For an unknown tag, mode or id, with the path of the element and attribute.
    """
    rules: list[Constraint] = []
    counts: dict[str, int] = {}
    for node in constraint_nodes(instance):
        if node.tag in BASIC:
            continue
        if node.tag not in READERS:
            known = ", ".join((*BASIC, *READERS))
            raise node.error(None, f"no constraint of RobinX; known are {known}")
        counts[node.tag] = counts.get(node.tag, 0) + 1
        rules.append(_rule(node, resources, counts[node.tag]))
    return tuple(rules)


def constraint_nodes(instance: Node) -> tuple[Node, ...]:
    """The elements below the families of ``Constraints``."""
    families = instance.children_at("Constraints")
    for family in families:
        if family.tag not in _FAMILIES:
            known = ", ".join(_FAMILIES)
            raise family.error(None, f"no family of constraints; known are {known}")
    return tuple(node for family in families for node in family.children())


def _rule(node: Node, resources: Resources, number: int) -> Constraint:
    try:
        return READERS[node.tag](node, resources, _common_fields(node, number))
    except ValueError as error:
        # Limits that the kind itself does not allow.
        raise node.error(None, str(error)) from None


def _common_fields(node: Node, number: int) -> CommonFields:
    penalty = node.integer("penalty", 1)
    if penalty < 0:
        raise node.error("penalty", "a penalty must not be negative")
    return {
        "id": ConstraintId(f"{node.tag}-{number}"),
        "hard": node.choice("type", {"HARD": True, "SOFT": False}),
        # What costs nothing is kept, and not looked at.
        "weight": max(1, penalty),
        "active": penalty > 0,
        "source": node.path,
    }
