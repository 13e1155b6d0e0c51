"""From the table's stream onto the bus."""

import json
from time import monotonic
from typing import Any

import boto3
import pytest
from jsonschema import Draft202012Validator

from builders import a_league
from flextime.bootstrap import Application
from flextime.domain.events import (
    Envelope,
    EventData,
    Metadata,
    ScheduleDeleted,
    ScheduleOptimized,
)
from flextime.domain.ids import EventId
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.events.schemas import schema_of
from flextime.usecases.transaction import Save, Transaction
from lambdas import LambdaContext
from publish_events.app import Answer, Batch, handler
from runs import LONG_AGO, OWNER, TENANT

BUS = "flextime-test"
_PATIENCE_S = 5.0


def an_envelope(number: int, data: EventData | None = None) -> Envelope:
    happened = data or ScheduleDeleted()
    return Envelope(
        event_id=EventId(f"event-{number}"),
        event_type=happened.event_type,
        timestamp=LONG_AGO,
        aggregate_id="mbb",
        aggregate_version=number,
        data=happened,
        metadata=Metadata(TENANT, OWNER, "call-1"),
    )


@pytest.fixture
def queue_url(application: Application) -> str:
    """Hears everything on the bus."""
    del application
    sqs, events = boto3.client("sqs"), boto3.client("events")
    url = sqs.create_queue(QueueName="everything")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    events.put_rule(
        Name="everything",
        EventBusName=BUS,
        EventPattern=json.dumps({"source": [{"prefix": "flextime."}]}),
    )
    events.put_targets(
        Rule="everything",
        EventBusName=BUS,
        Targets=[{"Id": "queue", "Arn": arn["Attributes"]["QueueArn"]}],
    )
    return url


def heard(queue_url: str, at_least: int) -> list[dict[str, Any]]:
    """All messages; a queue may hold some back for a moment."""
    sqs = boto3.client("sqs")
    bodies: list[dict[str, Any]] = []
    deadline = monotonic() + _PATIENCE_S
    while True:
        messages = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10).get(
            "Messages", []
        )
        bodies.extend(json.loads(message["Body"]) for message in messages)
        if not messages and (len(bodies) >= at_least or monotonic() > deadline):
            return bodies


def stream_of_outbox() -> Batch:
    """What Lambda's poller would hand over of what is in the table."""
    items = boto3.client("dynamodb").scan(TableName="flextime-test")["Items"]
    texts = [item["event"]["S"] for item in items if item["entity"]["S"] == "OUTBOX"]
    return a_batch(*texts)


def a_batch(*texts: str) -> Batch:
    return {
        "Records": [
            {
                "eventName": "INSERT",
                "dynamodb": {
                    "SequenceNumber": f"{number:021}",
                    "NewImage": {"entity": {"S": "OUTBOX"}, "event": {"S": text}},
                },
            }
            for number, text in enumerate(texts, start=1)
        ]
    }


def failed(answer: Answer) -> list[int]:
    return [int(each["itemIdentifier"]) for each in answer["batchItemFailures"]]


def test_an_event_that_was_committed_is_heard_as_it_was_stored(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    found = ScheduleOptimized(run_id="run-1", revision=2)
    saved = Save(a_league(), 0)
    envelope = an_envelope(1, found)
    application.store.commit(Transaction(TENANT, (saved,), (envelope,)))

    answer = handler(stream_of_outbox(), context)

    assert answer == {"batchItemFailures": []}
    (message,) = heard(queue_url, 1)
    assert message["detail"] == json.loads(write_envelope(envelope))
    assert message["source"] == "flextime.runs"
    assert message["detail-type"] == "schedule.optimized"
    assert message["time"] == "2025-12-31T00:00:00Z"
    Draft202012Validator(schema_of(ScheduleOptimized)).validate(message["detail"])


def test_a_full_batch_is_published_in_calls_of_ten(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    events = tuple(an_envelope(number) for number in range(25))
    application.store.commit(Transaction(TENANT, (), events))

    handler(stream_of_outbox(), context)

    assert {each["detail"]["event_id"] for each in heard(queue_url, 25)} == {
        event.event_id for event in events
    }


def test_what_is_no_event_fails_alone(queue_url: str, context: LambdaContext) -> None:
    good = write_envelope(an_envelope(1))
    strange = json.dumps({"event_type": "game.eaten"})

    answer = handler(a_batch("{", good, strange), context)

    assert failed(answer) == [1, 3]
    assert len(heard(queue_url, 1)) == 1


def test_what_the_bus_refuses_comes_again(
    queue_url: str, context: LambdaContext
) -> None:
    huge = ScheduleOptimized(run_id="x" * 300_000, revision=1)
    events = (an_envelope(1), an_envelope(2, huge))

    answer = handler(a_batch(*map(write_envelope, events)), context)

    assert failed(answer) == [2]
    assert len(heard(queue_url, 1)) == 1


def test_a_batch_of_nothing_is_no_call(
    application: Application, context: LambdaContext
) -> None:
    del application
    assert handler({"Records": []}, context) == {"batchItemFailures": []}
