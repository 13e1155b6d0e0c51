"""Events on an EventBridge bus."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import Stubber

from flextime.adapters.messaging.eventbridge import EventBridgeBus
from flextime.domain.ids import EventId, TenantId
from flextime.usecases.ports import OutboxEvent, Rejection
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
        OutboxEvent(
            event_id=EventId(f"e{n}"),
            event_type="schedule.deleted",
            source="flextime.api",
            occurred_at=at,
            tenant=TenantId("big12"),
            aggregate_id="s-1",
            text=text,
        )
        for n in range(count)
    ]


def test_a_rejected_event_is_returned_with_the_reason(
    client: "EventBridgeClient",
) -> None:
    bus = EventBridgeBus(client, "default")
    good, bad = outbox_events(1)[0], outbox_events(2, text="{")[1]

    assert bus.publish([good, bad]) == {
        "e1": Rejection("MalformedDetail: Detail is malformed.", is_permanent=True)
    }


def test_a_failed_request_rejects_its_own_events_only(
    client: "EventBridgeClient",
) -> None:
    taken = {"FailedEntryCount": 0, "Entries": [{"EventId": str(n)} for n in range(10)]}
    with Stubber(client) as answers:
        answers.add_response("put_events", taken)
        answers.add_client_error("put_events", "InternalFailure", http_status_code=500)

        refused = EventBridgeBus(client, "default").publish(outbox_events(13))

    assert set(refused) == {"e10", "e11", "e12"}
    assert not any(rejection.is_permanent for rejection in refused.values())


def test_large_events_are_spread_over_several_requests(
    client: "EventBridgeClient",
) -> None:
    large = outbox_events(3, text=f'{{"name": "{"ü" * 60_000}"}}')

    assert EventBridgeBus(client, "default").publish(large) == {}


def test_an_event_too_large_for_the_bus_is_rejected_without_a_request(
    client: "EventBridgeClient",
) -> None:
    (huge,) = outbox_events(1, text=f'{{"name": "{"x" * 300_000}"}}')

    refused = EventBridgeBus(client, "default").publish([huge])

    assert refused[huge.event_id].is_permanent
    assert "too many for the bus" in refused[huge.event_id].reason
