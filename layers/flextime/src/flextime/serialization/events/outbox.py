"""The outbox's JSON text, read as far as the bus needs it: the rest stays as it is."""

from datetime import datetime
from json import loads

from flextime.domain.errors import InvalidInput, Problem
from flextime.domain.events import EVENTS
from flextime.domain.ids import EventId
from flextime.usecases.ports import OutboxEvent

_SOURCES = {event.event_type: event.source for event in EVENTS}


def read_outbox_event(text: str) -> OutboxEvent:
    """Raise `InvalidInput` for an event that is not ours."""
    envelope = loads(text)
    event_type = envelope["event_type"]
    if event_type not in _SOURCES:
        unknown = Problem("/event_type", f"no event is called {event_type!r}")
        raise InvalidInput((unknown,))
    return OutboxEvent(
        event_id=EventId(envelope["event_id"]),
        event_type=event_type,
        source=_SOURCES[event_type],
        occurred_at=datetime.fromisoformat(envelope["timestamp"]),
        text=text,
    )
