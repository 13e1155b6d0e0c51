"""Conversion of RobinX constraints to the catalogue, one function for each tag."""

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
"""Tags that the format and the rounds of every league imply."""

READERS: dict[str, Reader] = {**CAPACITY, **GAMES, **BREAKS, **FAIRNESS, **SEPARATION}
"""The function that reads each other tag."""

_FAMILIES = (
    "BasicConstraints",
    "CapacityConstraints",
    "GameConstraints",
    "BreakConstraints",
    "FairnessConstraints",
    "SeparationConstraints",
)


def read_constraints(instance: Node, resources: Resources) -> tuple[Constraint, ...]:
    """Return all constraints of an instance in the order of the file.

    The `source` of a constraint is the path of its element.

    Raises
    ------
    InvalidLeague
        For an unknown tag, mode or id, with the path of the element or attribute.
    """
    rules: list[Constraint] = []
    counts: dict[str, int] = {}
    for node in constraint_nodes(instance):
        if node.tag in BASIC:
            continue
        if node.tag not in READERS:
            known = ", ".join((*BASIC, *READERS))
            raise node.error(None, f"unknown constraint; RobinX has {known}")
        counts[node.tag] = counts.get(node.tag, 0) + 1
        rules.append(_rule(node, resources, counts[node.tag]))
    return tuple(rules)


def constraint_nodes(instance: Node) -> tuple[Node, ...]:
    """Return the elements of all constraint families of an instance."""
    families = instance.children_at("Constraints")
    for family in families:
        if family.tag not in _FAMILIES:
            known = ", ".join(_FAMILIES)
            raise family.error(
                None, f"unknown family of constraints; RobinX has {known}"
            )
    return tuple(node for family in families for node in family.children())


def _rule(node: Node, resources: Resources, number: int) -> Constraint:
    try:
        return READERS[node.tag](node, resources, _common_fields(node, number))
    except ValueError as error:
        # The validation of the constraint itself.
        raise node.error(None, str(error)) from None


def _common_fields(node: Node, number: int) -> CommonFields:
    penalty = node.integer("penalty", 1)
    if penalty < 0:
        raise node.error("penalty", "a penalty must not be negative")
    return {
        "id": ConstraintId(f"{node.tag}-{number}"),
        "hard": node.choice("type", {"HARD": True, "SOFT": False}),
        # A constraint without a penalty is kept, but inactive.
        "weight": max(1, penalty),
        "active": penalty > 0,
        "source": node.path,
    }
