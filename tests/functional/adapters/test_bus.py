"""What the bus does not take is named, and only that."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import Stubber

from flextime.adapters.eventbridge import EventBridgeBus
from flextime.domain.ids import EventId
from flextime.usecases.ports import OutboxEvent
from in_moto import in_moto

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> "Iterator[EventBridgeClient]":
    with in_moto(monkeypatch):
        yield boto3.client("events")


def outbox_events(count: int, text: str = "{}") -> list[OutboxEvent]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        OutboxEvent(EventId(f"e{n}"), "schedule.deleted", "flextime.api", at, text)
        for n in range(count)
    ]


def test_an_entry_that_the_bus_does_not_take_is_named(
    client: "EventBridgeClient",
) -> None:
    bus = EventBridgeBus(client, "default")
    good, bad = outbox_events(1)[0], outbox_events(2, text="{")[1]

    assert bus.publish([good, bad]) == {"e1": "MalformedDetail: Detail is malformed."}


def test_a_call_that_fails_does_not_hide_those_that_went_well(
    client: "EventBridgeClient",
) -> None:
    taken = {"FailedEntryCount": 0, "Entries": [{"EventId": str(n)} for n in range(10)]}
    with Stubber(client) as answers:
        answers.add_response("put_events", taken)
        answers.add_client_error("put_events", "InternalFailure", http_status_code=500)

        refused = EventBridgeBus(client, "default").publish(outbox_events(13))

    assert set(refused) == {"e10", "e11", "e12"}


def test_events_share_a_call_only_while_there_is_room(
    client: "EventBridgeClient",
) -> None:
    large = outbox_events(3, text=f'{{"name": "{"ü" * 60_000}"}}')

    assert EventBridgeBus(client, "default").publish(large) == {}


def test_an_event_too_large_for_the_bus_is_refused_unsent(
    client: "EventBridgeClient",
) -> None:
    (huge,) = outbox_events(1, text=f'{{"name": "{"x" * 300_000}"}}')

    refused = EventBridgeBus(client, "default").publish([huge])

    assert "too many for the bus" in refused[huge.event_id]
