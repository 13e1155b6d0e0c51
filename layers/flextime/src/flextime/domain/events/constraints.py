"""Events of constraints in a schedule."""

from dataclasses import dataclass
from typing import ClassVar

from flextime.domain.events.envelope import EventData


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintAdded(EventData):
    """A constraint was added to a schedule."""

    event_type: ClassVar[str] = "constraint.added"
    constraint: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintUpdated(EventData):
    """A constraint of a schedule was changed."""

    event_type: ClassVar[str] = "constraint.updated"
    constraint: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintRemoved(EventData):
    """A constraint was removed from a schedule."""

    event_type: ClassVar[str] = "constraint.removed"
    constraint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintViolated(EventData):
    """A manual change violated hard constraints that were satisfied before it.

    Attributes
    ----------
    constraints
        Ids of those constraints.
    revision
        Revision of the schedule after the change.
    """

    event_type: ClassVar[str] = "constraint.violated"
    constraints: tuple[str, ...]
    revision: int
