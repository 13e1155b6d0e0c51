"""From the stream of the table to the bus and, for requested runs, the workflow."""

import json
from dataclasses import replace
from time import monotonic
from typing import Any

import boto3
import pytest
from jsonschema import Draft202012Validator

from builders import a_league
from fakes.services import (
    RecordingEventBus,
    UnavailableDeadLetterQueue,
    UnavailableWorkflow,
)
from flextime.bootstrap import Application
from flextime.domain.events import (
    Envelope,
    EventData,
    Metadata,
    OptimizationStarted,
    ScheduleDeleted,
    ScheduleOptimized,
)
from flextime.domain.ids import EventId
from flextime.serialization.events.dead_letters import read_dead_letter
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.events.schemas import schema_of
from flextime.usecases.ports import DeadLetter
from flextime.usecases.transaction import Save, Transaction
from lambdas import LambdaContext
from publish_events.app import Batch, Response, handler
from runs import LONG_AGO, OWNER, TENANT

BUS = "flextime-test"
_TIMEOUT_S = 5.0


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
    """A queue that receives every event of the bus."""
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


def received(queue_url: str, at_least: int) -> list[dict[str, Any]]:
    """Receive messages until there are `at_least` so many and no more."""
    sqs = boto3.client("sqs")
    bodies: list[dict[str, Any]] = []
    deadline = monotonic() + _TIMEOUT_S
    while True:
        messages = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10).get(
            "Messages", []
        )
        bodies.extend(json.loads(message["Body"]) for message in messages)
        if not messages and (len(bodies) >= at_least or monotonic() > deadline):
            return bodies


def stream_of_outbox() -> Batch:
    """The batch that Lambda's poller would make of the outbox."""
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


def failed(response: Response) -> list[int]:
    return [int(each["itemIdentifier"]) for each in response["batchItemFailures"]]


def test_a_committed_event_is_published_unchanged(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    found = ScheduleOptimized(run_id="run-1", revision=2)
    saved = Save(a_league(), 0)
    envelope = an_envelope(1, found)
    application.store.commit(Transaction(TENANT, (saved,), (envelope,)))

    response = handler(stream_of_outbox(), context)

    assert response == {"batchItemFailures": []}
    (message,) = received(queue_url, 1)
    assert message["detail"] == json.loads(write_envelope(envelope))
    assert message["source"] == "flextime.runs"
    assert message["detail-type"] == "schedule.optimized"
    assert message["time"] == "2025-12-31T00:00:00Z"
    Draft202012Validator(schema_of(ScheduleOptimized)).validate(message["detail"])


def test_a_full_batch_is_published_in_requests_of_ten(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    events = tuple(an_envelope(number) for number in range(25))
    application.store.commit(Transaction(TENANT, (), events))

    handler(stream_of_outbox(), context)

    assert {each["detail"]["event_id"] for each in received(queue_url, 25)} == {
        event.event_id for event in events
    }


def dead_letters(application: Application) -> list[DeadLetter]:
    """Read the dead-letter queue until it is empty."""
    url = application.settings.unpublished_events_url
    letters: list[DeadLetter] = []
    sqs = boto3.client("sqs")
    while messages := sqs.receive_message(QueueUrl=url).get("Messages"):
        letters += [read_dead_letter(message["Body"]) for message in messages]
    return letters


def test_unreadable_records_are_dead_letters_and_hold_nothing_back(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    good = write_envelope(an_envelope(1))
    strange = json.dumps({"event_type": "game.eaten"})

    response = handler(a_batch("{", good, strange), context)

    assert failed(response) == []
    assert len(received(queue_url, 1)) == 1
    assert [letter.text for letter in dead_letters(application)] == ["{", strange]


def test_one_poisoned_event_among_ten_is_a_dead_letter_and_nine_are_published(
    application: Application, queue_url: str, context: LambdaContext
) -> None:
    huge = ScheduleOptimized(run_id="x" * 300_000, revision=1)
    events = [
        write_envelope(an_envelope(number, huge if number == 4 else None))
        for number in range(10)
    ]

    response = handler(a_batch(*events), context)

    assert failed(response) == []
    published = {each["detail"]["event_id"] for each in received(queue_url, 9)}
    assert published == {f"event-{number}" for number in range(10) if number != 4}
    (letter,) = dead_letters(application)
    assert letter.text == events[4]
    assert "too many for the bus" in letter.reason


def test_an_event_that_the_bus_may_accept_later_is_delivered_again(
    application: Application, context: LambdaContext
) -> None:
    application.__dict__["event_bus"] = RecordingEventBus(rejects={EventId("event-2")})
    events = (an_envelope(1), an_envelope(2))

    response = handler(a_batch(*map(write_envelope, events)), context)

    assert failed(response) == [2]
    assert dead_letters(application) == []


def test_a_dead_letter_that_cannot_be_kept_is_delivered_again(
    application: Application, context: LambdaContext
) -> None:
    application.__dict__["dead_letter_queue"] = UnavailableDeadLetterQueue()

    assert failed(handler(a_batch("{"), context)) == [1]


STARTED = OptimizationStarted(schedule="mbb", attempts=2, time_limit_s=5)


def test_a_requested_run_is_started(
    application: Application, context: LambdaContext
) -> None:
    envelope = replace(an_envelope(1, STARTED), aggregate_id="run-1")

    response = handler(a_batch(write_envelope(envelope)), context)

    assert response == {"batchItemFailures": []}
    (execution,) = boto3.client("stepfunctions").list_executions(
        stateMachineArn=application.settings.state_machine_arn
    )["executions"]
    assert execution["name"] == "run-1"


def test_a_run_that_cannot_be_started_is_delivered_again(
    application: Application, context: LambdaContext
) -> None:
    application.__dict__["workflow"] = UnavailableWorkflow()
    events = (an_envelope(1), an_envelope(2, STARTED), an_envelope(3))

    response = handler(a_batch(*map(write_envelope, events)), context)

    assert failed(response) == [2]


def test_an_empty_batch_publishes_nothing(
    application: Application, context: LambdaContext
) -> None:
    del application
    assert handler({"Records": []}, context) == {"batchItemFailures": []}
