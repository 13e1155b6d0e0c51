"""Events conform to their schemas, which are the files in docs/events."""

import json
from dataclasses import fields
from datetime import UTC
from math import isfinite
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from flextime.domain.errors import InvalidInput
from flextime.domain.events import EVENTS, Envelope, EventData, Metadata
from flextime.domain.ids import EventId
from flextime.serialization.events.envelope import read_envelope, write_envelope
from flextime.serialization.events.schemas import file_name, schema_text

SCHEMAS = Path(__file__).parents[2] / "docs" / "events"


def schema(event_type: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{event_type}.json").read_text())
    return found


@st.composite
def envelopes(draw: st.DrawFn) -> Envelope:
    event: type[EventData] = draw(st.sampled_from(EVENTS))
    return Envelope(
        event_id=EventId(draw(st.text())),
        event_type=event.event_type,
        timestamp=draw(st.datetimes(timezones=st.just(UTC))),
        aggregate_id=draw(st.text()),
        aggregate_version=draw(st.integers(min_value=1)),
        data=draw(st.builds(event).filter(_is_finite)),
        metadata=draw(st.builds(Metadata)),
    )


def _is_finite(data: EventData) -> bool:
    """JSON knows no other numbers."""
    values = (getattr(data, field.name) for field in fields(data))
    return all(isfinite(value) for value in values if isinstance(value, float))


def test_every_event_has_one_schema_and_every_schema_its_event() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {file_name(e) for e in EVENTS}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.event_type)
def test_a_schema_file_is_as_generated(event: type[EventData]) -> None:
    assert (SCHEMAS / file_name(event)).read_text() == schema_text(event), "make events"


@given(envelopes())
def test_a_written_event_conforms_to_its_schema(envelope: Envelope) -> None:
    written = json.loads(write_envelope(envelope))

    Draft202012Validator(schema(envelope.event_type)).validate(written)


@given(envelopes())
def test_an_envelope_is_read_as_it_was_written(envelope: Envelope) -> None:
    assert read_envelope(write_envelope(envelope)) == envelope


@given(envelopes())
def test_a_consumer_ignores_unknown_fields(envelope: Envelope) -> None:
    written = json.loads(write_envelope(envelope))
    written["shoe_size"] = written["data"]["shoe_size"] = 43

    assert read_envelope(json.dumps(written)) == envelope


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [("event_type", "game.eaten", "/event_type"), ("version", 2, "/version")],
)
def test_an_unknown_event_is_rejected(field: str, value: object, place: str) -> None:
    strange = json.dumps({"event_type": "schedule.deleted", "version": 1, field: value})

    with pytest.raises(InvalidInput) as refusal:
        read_envelope(strange)

    assert refusal.value.problems[0].pointer == place
