"""`flextime dead-letters`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from typer.testing import CliRunner, Result

from flextime.adapters.messaging.sqs import SqsDeadLetterQueue
from flextime.domain.events import Envelope, Metadata, ScheduleCreated
from flextime.domain.ids import EventId
from flextime.serialization.events.envelope import write_envelope
from flextime.usecases.ports import DeadLetter
from flextime_cli.application import app
from in_moto import in_moto
from runs import LONG_AGO, OWNER, TENANT

QUEUE, TARGET, BUS = "dead-letters", "subscribers", "flextime-test"


@pytest.fixture(autouse=True)
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two queues, and a bus whose events arrive in the second."""
    with in_moto(monkeypatch):
        sqs, events = boto3.client("sqs"), boto3.client("events")
        sqs.create_queue(QueueName=QUEUE)
        url = sqs.create_queue(QueueName=TARGET)["QueueUrl"]
        arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        events.create_event_bus(Name=BUS)
        events.put_rule(
            Name="all",
            EventBusName=BUS,
            EventPattern=json.dumps({"source": [{"prefix": "flextime."}]}),
        )
        events.put_targets(
            Rule="all",
            EventBusName=BUS,
            Targets=[{"Id": "queue", "Arn": arn["Attributes"]["QueueArn"]}],
        )
        yield


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["dead-letters", *arguments])


def an_event(name: str) -> str:
    data = ScheduleCreated(name=name, league="mbb")
    return write_envelope(
        Envelope(
            event_id=EventId("event-1"),
            event_type=data.event_type,
            timestamp=LONG_AGO,
            aggregate_id="s-1",
            aggregate_version=1,
            data=data,
            metadata=Metadata(TENANT, OWNER, "call-1"),
        )
    )


def url_of(queue: str) -> str:
    return boto3.client("sqs").get_queue_url(QueueName=queue)["QueueUrl"]


def put(text: str) -> str:
    """Put an event into the queue as publish_events does, and return its id."""
    known = {row["id"] for row in listed()}
    letter = DeadLetter("too large", text)
    SqsDeadLetterQueue(boto3.client("sqs"), url_of(QUEUE)).send(letter)
    (identifier,) = {row["id"] for row in listed()} - known
    return str(identifier)


def listed() -> list[dict[str, Any]]:
    result = run("list", "--queue", QUEUE, "--json")
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def arrived() -> list[dict[str, Any]]:
    response = boto3.client("sqs").receive_message(QueueUrl=url_of(TARGET))
    return [json.loads(message["Body"]) for message in response.get("Messages", [])]


def test_messages_are_listed_again_and_again() -> None:
    for number in range(12):
        message = json.dumps({"number": number})
        boto3.client("sqs").send_message(QueueUrl=url_of(QUEUE), MessageBody=message)

    assert len(listed()) == len(listed()) == 12


def test_a_list_tells_the_event_and_the_reason() -> None:
    put(an_event("2026"))

    assert "schedule.created  too large" in run("list", "--queue", QUEUE).stdout


def test_an_event_is_shown_as_the_outbox_has_it() -> None:
    identifier = put(an_event("x" * 300_000))  # compressed in the queue

    shown = run("show", identifier, "--queue", QUEUE)

    assert shown.stdout.rstrip("\n") == an_event("x" * 300_000)


def test_a_repaired_event_is_published_and_leaves_the_queue(tmp_path: Path) -> None:
    identifier = put(an_event("x" * 300_000))
    repaired = tmp_path / "event.json"
    repaired.write_text(an_event("x" * 255), "utf-8")
    again = ("resend", identifier, "--queue", QUEUE, "--bus", BUS)

    refused = run(*again)
    assert refused.exit_code == 2
    assert "too many for the bus" in refused.stderr
    assert len(listed()) == 1

    assert run(*again, "--event", str(repaired)).exit_code == 0
    assert listed() == []
    assert [each["detail"]["data"]["name"] for each in arrived()] == ["x" * 255]


def test_what_is_not_an_event_is_refused_in_one_line(tmp_path: Path) -> None:
    identifier = put("{")
    strange = tmp_path / "event.json"
    for text in ("{", "[]", "3", '{"event_type": "game.eaten"}'):
        strange.write_text(text, "utf-8")
        options = ("--queue", QUEUE, "--bus", BUS, "--event", str(strange))

        refused = run("resend", identifier, *options)

        assert refused.exit_code == 2, text
        assert refused.stderr.count("\n") == 1, text
    assert len(listed()) == 1


def test_a_message_is_moved_to_another_queue() -> None:
    boto3.client("sqs").send_message(QueueUrl=url_of(QUEUE), MessageBody='{"a": 1}')
    (row,) = listed()

    moved = run("resend", row["id"], "--queue", QUEUE, "--to-queue", TARGET)

    assert moved.exit_code == 0
    assert listed() == []
    assert arrived() == [{"a": 1}]


def test_a_message_is_discarded() -> None:
    kept, gone = put(an_event("kept")), put(an_event("gone"))

    assert run("discard", gone, "--queue", QUEUE).exit_code == 0

    assert [row["id"] for row in listed()] == [kept]


@pytest.mark.parametrize("verb", ["show", "discard"])
def test_an_unknown_message_is_refused(verb: str) -> None:
    refused = run(verb, "nobody", "--queue", QUEUE)

    assert refused.exit_code == 2
    assert refused.stderr == "flextime: no message nobody waits in the queue\n"


def test_an_unknown_queue_is_refused_in_one_line() -> None:
    refused = run("list", "--queue", "none")

    assert refused.exit_code == 2
    assert refused.stderr.startswith("flextime: ")
    assert refused.stderr.count("\n") == 1
