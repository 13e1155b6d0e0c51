"""Events of schedules."""

from dataclasses import dataclass
from typing import ClassVar

from flextime.domain.events.envelope import EventData


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleCreated(EventData):
    """A schedule was created."""

    event_type: ClassVar[str] = "schedule.created"
    name: str
    league: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleUpdated(EventData):
    """A schedule was changed.

    Attributes
    ----------
    changed
        Names of the changed fields.
    revision
        Number of the newest revision after the change.
    """

    event_type: ClassVar[str] = "schedule.updated"
    changed: tuple[str, ...]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDeleted(EventData):
    """A schedule was deleted."""

    event_type: ClassVar[str] = "schedule.deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulePublished(EventData):
    """A schedule was published.

    Attributes
    ----------
    revision
        The revision that was published.
    """

    event_type: ClassVar[str] = "schedule.published"
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleOptimized(EventData):
    """The result of a run was recorded as a new revision of its schedule."""

    event_type: ClassVar[str] = "schedule.optimized"
    source: ClassVar[str] = "flextime.runs"
    run_id: str
    revision: int
