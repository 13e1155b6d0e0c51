"""Domain events: one dataclass for each type, named in the past tense.

An event is stored in the same transaction as the change that it reports, and published
from the table's stream; every change therefore has its event. Events are delivered at
least once: consumers must ignore an `event_id` that they have already handled.

There is one module for each area. They may import only `flextime.domain.ids`.
"""

from flextime.domain.events.constraints import (
    ConstraintAdded,
    ConstraintRemoved,
    ConstraintUpdated,
    ConstraintViolated,
)
from flextime.domain.events.envelope import Envelope, EventData, Metadata
from flextime.domain.events.games import (
    GameCancelled,
    GameMoved,
    GamePostponed,
    GameRemoved,
    GameScheduled,
)
from flextime.domain.events.notifications import NotificationSent
from flextime.domain.events.runs import (
    OptimizationCancelled,
    OptimizationCompleted,
    OptimizationFailed,
    OptimizationProgressed,
    OptimizationStarted,
)
from flextime.domain.events.schedules import (
    ScheduleCreated,
    ScheduleDeleted,
    ScheduleOptimized,
    SchedulePublished,
    ScheduleUpdated,
)

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

__all__ = [
    "EVENTS",
    "ConstraintAdded",
    "ConstraintRemoved",
    "ConstraintUpdated",
    "ConstraintViolated",
    "Envelope",
    "EventData",
    "GameCancelled",
    "GameMoved",
    "GamePostponed",
    "GameRemoved",
    "GameScheduled",
    "Metadata",
    "NotificationSent",
    "OptimizationCancelled",
    "OptimizationCompleted",
    "OptimizationFailed",
    "OptimizationProgressed",
    "OptimizationStarted",
    "ScheduleCreated",
    "ScheduleDeleted",
    "ScheduleOptimized",
    "SchedulePublished",
    "ScheduleUpdated",
]
