"""Domain events: one dataclass for each type, named in the past tense.

An event is stored in the same transaction as the change that it reports, and published
from the table's stream; every change therefore has its event. Events are delivered at
least once: consumers must ignore an `event_id` that they have already handled.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from flextime.domain.ids import EventId, TenantId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class EventData:
    """Base class of the data of an event.

    Attributes
    ----------
    event_type
        Name of the event, such as ``game.moved``.
    source
        The component that emits the event, the ``Source`` of EventBridge.
    version
        Version of the schema of the data.
    """

    event_type: ClassVar[str]
    source: ClassVar[str] = "flextime.api"
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """The conference, the user and the request that caused an event."""

    tenant: TenantId
    user_id: UserId
    correlation_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An event with its metadata, as it is published.

    Attributes
    ----------
    aggregate_id, aggregate_version
        Id of the aggregate that changed, and its version after the change.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GameScheduled(EventData):
    """A game was added to a schedule.

    Attributes
    ----------
    game, home, away
        Ids of the game and of its teams.
    slot
        Slot of the game; None when it has no date yet.
    """

    event_type: ClassVar[str] = "game.scheduled"
    game: str
    home: str
    away: str
    slot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameMoved(EventData):
    """A game was moved to another slot.

    Attributes
    ----------
    slot_before, slot_after
        None when the game had no slot before, or has none now.
    """

    event_type: ClassVar[str] = "game.moved"
    game: str
    slot_before: str | None
    slot_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GamePostponed(EventData):
    """A game was postponed and has no slot until it is rescheduled."""

    event_type: ClassVar[str] = "game.postponed"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GameCancelled(EventData):
    """A game was cancelled; it stays in the schedule with the status ``cancelled``."""

    event_type: ClassVar[str] = "game.cancelled"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GameRemoved(EventData):
    """A game was deleted from a schedule; unlike a cancelled game, it is gone."""

    event_type: ClassVar[str] = "game.removed"
    game: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationStarted(EventData):
    """A run was requested."""

    event_type: ClassVar[str] = "optimization.started"
    schedule: str
    attempts: int
    time_limit_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationProgressed(EventData):
    """A run reached its next step; the API reports the progress of its attempts."""

    event_type: ClassVar[str] = "optimization.progressed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationCompleted(EventData):
    """A run ended; `status` tells completed, infeasible and cancelled runs apart.

    Attributes
    ----------
    hard_violations, objective, travel_km
        Score of the selected schedule; None without one. The objective is in points.
    bound
        Best lower bound on the objective, in points.
    optimization_score
        Bound divided by objective, 0 to 1; None without a proven bound.
    revision
        Revision in which the schedule was recorded; None without one.
    reasons
        Sentences that explain why there is no schedule.
    owner_email
        Address for the notification of the owner; None for no mail.
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
    """An error of the system ended a run; infeasible and cancelled are not errors.

    Attributes
    ----------
    error
        A sentence that describes the error.
    revision
        Revision in which the best schedule found so far was recorded; None without one.
    owner_email
        Address for the notification of the owner; None for no mail.
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
    """A user asked a run to stop; its best schedule is still recorded."""

    event_type: ClassVar[str] = "optimization.cancelled"
    schedule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSent(EventData):
    """The owner of a run was notified; the address is left out as personal data.

    Attributes
    ----------
    channel
        How the notification was sent, such as ``email``.
    about
        Type of the event that the notification reports.
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
    GameRemoved,
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
"""All event types."""
