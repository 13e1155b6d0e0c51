"""Domain events: what happened, in the past tense, one dataclass each.

Written with the state in one transaction and published from the table's stream, so
that no change is without its event. Consumers are idempotent by `event_id`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from flextime.domain.ids import EventId, TenantId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class EventData:
    """What an event says; subclasses name their type and room."""

    event_type: ClassVar[str]
    source: ClassVar[str] = "flextime.api"
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """Who did it, in which conference, and on which request."""

    tenant: TenantId
    user_id: UserId
    correlation_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An event on its way.

    Attributes
    ----------
    aggregate_id, aggregate_version
        The thing that changed and its version after the change.
    """

    event_id: EventId
    event_type: str
    timestamp: datetime
    aggregate_id: str
    aggregate_version: int
    data: EventData
    metadata: Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleCreated(EventData):
    event_type: ClassVar[str] = "schedule.created"
    name: str
    league: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleUpdated(EventData):
    event_type: ClassVar[str] = "schedule.updated"
    changed: tuple[str, ...]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDeleted(EventData):
    event_type: ClassVar[str] = "schedule.deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulePublished(EventData):
    event_type: ClassVar[str] = "schedule.published"
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleOptimized(EventData):
    event_type: ClassVar[str] = "schedule.optimized"
    source: ClassVar[str] = "flextime.runs"
    run_id: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GameScheduled(EventData):
    event_type: ClassVar[str] = "game.scheduled"
    game: str
    home: str
    away: str
    slot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameMoved(EventData):
    event_type: ClassVar[str] = "game.moved"
    game: str
    slot_before: str | None
    slot_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GamePostponed(EventData):
    event_type: ClassVar[str] = "game.postponed"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GameCancelled(EventData):
    event_type: ClassVar[str] = "game.cancelled"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintAdded(EventData):
    event_type: ClassVar[str] = "constraint.added"
    constraint: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintUpdated(EventData):
    event_type: ClassVar[str] = "constraint.updated"
    constraint: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintRemoved(EventData):
    event_type: ClassVar[str] = "constraint.removed"
    constraint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintViolated(EventData):
    """A change by hand left hard rules broken that were kept before it.

    Attributes
    ----------
    constraints
        Ids of those rules.
    revision
        Of the schedule, after the change.
    """

    event_type: ClassVar[str] = "constraint.violated"
    constraints: tuple[str, ...]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationStarted(EventData):
    event_type: ClassVar[str] = "optimization.started"
    schedule: str
    attempts: int
    time_limit_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationProgressed(EventData):
    """A run has come to its next step; how its attempts stand is asked of the API."""

    event_type: ClassVar[str] = "optimization.progressed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationCompleted(EventData):
    """Also sent for infeasible and cancelled runs: `status` tells.

    Attributes
    ----------
    owner_email
        Where the owner wants the news; None for no mail.
    optimization_score
        Bound over objective, 0 to 1; None without a proven bound.
    """

    event_type: ClassVar[str] = "optimization.completed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    schedule_name: str
    status: str
    hard_violations: int | None
    objective: float | None
    travel_km: int | None
    bound: float | None
    optimization_score: float | None
    revision: int | None
    reasons: tuple[str, ...]
    owner_email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationFailed(EventData):
    """A fault of the system ended a run; infeasible and cancelled are no faults.

    Attributes
    ----------
    error
        What went wrong, for people.
    revision
        What the run had found until then, kept; None when that was nothing.
    owner_email
        Where the owner wants the news; None for no mail.
    """

    event_type: ClassVar[str] = "optimization.failed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    schedule_name: str
    error: str
    revision: int | None
    owner_email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationCancelled(EventData):
    """Somebody asked for a run to stop; its best schedule is still recorded."""

    event_type: ClassVar[str] = "optimization.cancelled"
    schedule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSent(EventData):
    """The owner of a run was told how it ended. To which address is nobody's affair.

    Attributes
    ----------
    about
        Type of the event that was told.
    """

    event_type: ClassVar[str] = "notification.sent"
    source: ClassVar[str] = "flextime.notifications"
    channel: str
    about: str


EVENTS: tuple[type[EventData], ...] = (
    ScheduleCreated,
    ScheduleUpdated,
    ScheduleDeleted,
    SchedulePublished,
    ScheduleOptimized,
    GameScheduled,
    GameMoved,
    GamePostponed,
    GameCancelled,
    ConstraintAdded,
    ConstraintUpdated,
    ConstraintRemoved,
    ConstraintViolated,
    OptimizationStarted,
    OptimizationProgressed,
    OptimizationCompleted,
    OptimizationFailed,
    OptimizationCancelled,
    NotificationSent,
)
