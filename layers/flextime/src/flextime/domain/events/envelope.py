"""The base class of events, and the envelope in which they are published."""

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
