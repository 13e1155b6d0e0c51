"""Events of the outbox: read the fields that the event bus needs, keep the text."""

from datetime import datetime
from json import loads

from flextime.domain.errors import InvalidInput, Problem
from flextime.domain.events import EVENTS
from flextime.domain.ids import EventId, TenantId
from flextime.usecases.ports import OutboxEvent

_SOURCES = {event.event_type: event.source for event in EVENTS}


def read_outbox_event(text: str) -> OutboxEvent:
    """Read an event of the outbox.

    Raises
    ------
    InvalidInput
        If the event type is unknown.
    """
    envelope = loads(text)
    event_type = envelope["event_type"]
    if event_type not in _SOURCES:
        unknown = Problem("/event_type", f"{event_type!r} is not an event of FlexTime")
        raise InvalidInput((unknown,))
    return OutboxEvent(
        event_id=EventId(envelope["event_id"]),
        event_type=event_type,
        source=_SOURCES[event_type],
        occurred_at=datetime.fromisoformat(envelope["timestamp"]),
        tenant=TenantId(envelope["metadata"]["tenant"]),
        aggregate_id=envelope["aggregate_id"],
        text=text,
    )
