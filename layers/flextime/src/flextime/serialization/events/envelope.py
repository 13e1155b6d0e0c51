"""Events as JSON: the envelope that the outbox keeps and the bus carries."""

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
    """An event of FlexTime in its envelope; `version` is that of the form of `data`."""

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
    """What reads and writes envelopes of an event, and knows their JSON schema."""
    event = _EVENT_BY_TYPE[event_type]
    return TypeAdapter(EnvelopeDocument[event])  # type: ignore[valid-type] # by value


def write_envelope(envelope: Envelope) -> str:
    """JSON text on one line."""
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
    """An envelope from its JSON text. Fields that we do not know are left out.

    Raises
    ------
    InvalidInput
        For an event or a version of it that is not ours.
    pydantic.ValidationError
        For one that lacks something.
    """
    head = loads(text)
    event = _EVENT_BY_TYPE.get(head.get("event_type"))
    if event is None:
        raise InvalidInput((Problem("/event_type", "no event of ours is called so"),))
    if head.get("version") != event.version:
        raise InvalidInput((Problem("/version", f"only {event.version} is known"),))
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
