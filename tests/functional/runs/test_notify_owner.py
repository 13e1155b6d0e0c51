"""From the queue of final events to the owner's mail."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from moto.ses.models import ses_backends

from flextime.bootstrap import Application
from flextime.domain.events import Envelope, Metadata, OptimizationCompleted
from flextime.domain.ids import EventId
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.events.schemas import schema_of
from lambdas import LambdaContext
from notify_owner.app import handler
from runs import LONG_AGO, OWNER, RUN, TENANT

DONE = OptimizationCompleted(
    schedule="mbb",
    schedule_name="Men's basketball",
    status="completed",
    hard_violations=0,
    objective=251_400.5,
    travel_km=251_327,
    bound=226_006.0,
    optimization_score=0.899,
    revision=3,
    reasons=(),
    owner_email="ann@example.edu",
)


def a_message(number: int, data: OptimizationCompleted = DONE) -> dict[str, Any]:
    """As EventBridge puts it into the queue and Lambda's poller takes it out."""
    envelope = Envelope(
        event_id=EventId(f"event-{number}"),
        event_type=data.event_type,
        timestamp=LONG_AGO,
        aggregate_id=RUN,
        aggregate_version=4,
        data=data,
        metadata=Metadata(TENANT, OWNER, "call-1"),
    )
    detail = json.loads(write_envelope(envelope))
    Draft202012Validator(schema_of(OptimizationCompleted)).validate(detail)
    body = {
        "version": "0",
        "id": f"bus-{number}",
        "detail-type": data.event_type,
        "source": data.source,
        "account": "123456789012",
        "time": "2025-12-31T00:00:00Z",
        "region": "us-east-1",
        "resources": [],
        "detail": detail,
    }
    return a_record(number, json.dumps(body))


def a_record(number: int, body: str) -> dict[str, Any]:
    return {
        "messageId": f"message-{number}",
        "receiptHandle": "handle",
        "body": body,
        "attributes": {"ApproximateReceiveCount": "1"},
        "messageAttributes": {},
        "md5OfBody": "",
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:owner-notifications",
        "awsRegion": "us-east-1",
    }


def sent() -> list[Any]:
    return ses_backends["123456789012"]["us-east-1"].sent_messages


@pytest.fixture(autouse=True)
def wired(application: Application) -> Application:
    return application


def test_the_owner_gets_a_mail_from_the_verified_sender(context: LambdaContext) -> None:
    answer = handler({"Records": [a_message(1)]}, context)

    assert answer == {"batchItemFailures": []}
    (mail,) = sent()
    assert mail.source == "flextime@example.org"
    assert mail.destinations["ToAddresses"] == ["ann@example.edu"]
    assert "Travel of all teams: 251,327 km" in mail.body


def test_the_same_event_in_one_batch_and_in_the_next_is_one_mail(
    context: LambdaContext,
) -> None:
    handler({"Records": [a_message(1), a_message(1)]}, context)
    handler({"Records": [a_message(1), a_message(2)]}, context)

    assert len(sent()) == 2


def test_an_invalid_message_fails_alone(context: LambdaContext) -> None:
    records = [
        a_record(1, "not JSON"),
        a_message(2),
        a_record(3, json.dumps({"detail": {"event_type": "game.eaten"}})),
        a_record(4, json.dumps({"no": "detail"})),
    ]

    answer = handler({"Records": records}, context)

    assert [each["itemIdentifier"] for each in answer["batchItemFailures"]] == [
        "message-1",
        "message-3",
        "message-4",
    ]
    assert len(sent()) == 1
