"""Events as JSON: the envelope that the outbox stores and the event bus delivers."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from json import loads

from pydantic import TypeAdapter

from flextime.domain.errors import InvalidInput, Problem
from flextime.domain.events import EVENTS, Envelope, EventData, Metadata
from flextime.domain.ids import EventId

_EVENT_BY_TYPE = {event.event_type: event for event in EVENTS}


@dataclass(frozen=True, kw_only=True)
class EnvelopeDocument[D: EventData]:
    """An event with its metadata; `version` is the schema version of `data`."""

    event_id: str
    event_type: str
    version: int
    timestamp: datetime
    aggregate_id: str
    aggregate_version: int
    data: D
    metadata: Metadata


@cache
def envelope_adapter(event_type: str) -> TypeAdapter[EnvelopeDocument[EventData]]:
    """Return the type adapter of the envelopes of an event type.

    Raises
    ------
    KeyError
        If `event_type` is not an event of FlexTime.
    """
    event = _EVENT_BY_TYPE[event_type]
    return TypeAdapter(EnvelopeDocument[event])  # type: ignore[valid-type] # by value


def write_envelope(envelope: Envelope) -> str:
    """Return an envelope as JSON text on one line."""
    document = EnvelopeDocument(
        event_id=envelope.event_id,
        event_type=envelope.event_type,
        version=envelope.data.version,
        timestamp=envelope.timestamp,
        aggregate_id=envelope.aggregate_id,
        aggregate_version=envelope.aggregate_version,
        data=envelope.data,
        metadata=envelope.metadata,
    )
    return envelope_adapter(envelope.event_type).dump_json(document).decode()


def read_envelope(text: str | bytes) -> Envelope:
    """Read an envelope from its JSON text; unknown fields are ignored.

    Raises
    ------
    InvalidInput
        If the event type or its version is unknown.
    pydantic.ValidationError
        If a field is missing or invalid.
    """
    head = loads(text)
    event = _EVENT_BY_TYPE.get(head.get("event_type"))
    if event is None:
        raise InvalidInput(
            (Problem("/event_type", "this is not an event of FlexTime"),)
        )
    if head.get("version") != event.version:
        raise InvalidInput(
            (Problem("/version", f"only version {event.version} is supported"),)
        )
    document = envelope_adapter(event.event_type).validate_json(text)
    return Envelope(
        event_id=EventId(document.event_id),
        event_type=document.event_type,
        timestamp=document.timestamp,
        aggregate_id=document.aggregate_id,
        aggregate_version=document.aggregate_version,
        data=document.data,
        metadata=document.metadata,
    )
