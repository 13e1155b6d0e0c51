"""After `kill -9` of the whole stack nothing acknowledged is missing.

A start takes seconds, so one story is told once: a stack is filled and killed while
it is written to, another is started on its folder, and each test looks at one thing.
"""

import json
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import jwt
import pytest
from botocore.exceptions import BotoCoreError, ClientError

from flextime_local.sign_in import sign_in
from functional.local.fixtures import Eventually
from functional.local.processes import (
    StackProcess,
    children_of_stacks,
    note,
    sent_mails,
    wait_for,
)


@dataclass(frozen=True, slots=True)
class Story:
    folder: Path
    after: StackProcess
    acknowledged: frozenset[str]
    subject: str
    left_message: str
    ended: dict[str, Any]
    interrupted_arn: str
    left_processes: list[int]


def put(stack: StackProcess, key: str) -> None:
    stack.client("dynamodb").put_item(
        TableName=stack.outputs["TableName"],
        Item={"pk": {"S": "k"}, "sk": {"S": key}, "bytes": {"B": b"\x00\xff"}},
    )


def subject(stack: StackProcess, folder: Path) -> str:
    user = json.loads((folder / "users.json").read_text())[0]
    token = sign_in(
        stack.endpoint.url,
        stack.outputs["AppClientId"],
        user["email"],
        user["password"],
    )
    found: str = jwt.decode(token, options={"verify_signature": False})["sub"]
    return found


def start_execution(stack: StackProcess, name: str, sleep_s: str) -> str:
    content = {"items": [{"sleep_s": sleep_s, "exit_code": "0"}]}
    arn: str = stack.client("stepfunctions").start_execution(
        stateMachineArn=stack.outputs["MachineArn"],
        name=name,
        input=json.dumps(content),
    )["executionArn"]
    return arn


def execution(stack: StackProcess, arn: str) -> dict[str, Any]:
    found: dict[str, Any] = stack.client("stepfunctions").describe_execution(
        executionArn=arn
    )
    return found


def write_until_killed(stack: StackProcess, name: str, answered: set[str]) -> None:
    table = stack.client("dynamodb")
    for count in range(10_000):
        key = f"{name}-{count}"
        try:
            table.put_item(
                TableName=stack.outputs["TableName"],
                Item={"pk": {"S": "k"}, "sk": {"S": key}},
            )
        except (BotoCoreError, ClientError):
            return
        answered.add(key)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("killed")
    before = StackProcess.start(folder)
    table, bucket = before.outputs["TableName"], before.outputs["BucketName"]
    dynamodb, s3, sqs = map(before.client, ("dynamodb", "s3", "sqs"))

    who = subject(before, folder)
    for key in ("kept", "deleted"):
        put(before, key)
        s3.put_object(Bucket=bucket, Key=f"x/{key}.json", Body=key.encode())
        sqs.send_message(QueueUrl=before.outputs["HeardUrl"], MessageBody=key)
    dynamodb.delete_item(
        TableName=table, Key={"pk": {"S": "k"}, "sk": {"S": "deleted"}}
    )
    s3.delete_object(Bucket=bucket, Key="x/deleted.json")
    queue = before.outputs["HeardUrl"]
    taken = sqs.receive_message(QueueUrl=queue)["Messages"][0]
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=taken["ReceiptHandle"])

    dynamodb.put_item(TableName=table, Item=note("1", "ann", "sent before"))
    wait_for(lambda: sent_mails(before) == ["sent before"])
    ended_arn = start_execution(before, "ended", "0")
    wait_for(lambda: execution(before, ended_arn)["status"] == "SUCCEEDED")
    ended = execution(before, ended_arn)
    interrupted_arn = start_execution(before, "interrupted", "2")

    answered: set[str] = set()
    writers = [
        Thread(target=write_until_killed, args=(before, name, answered))
        for name in "abc"
    ]
    for writer in writers:
        writer.start()
    wait_for(lambda: len(answered) >= 60)
    dynamodb.put_item(TableName=table, Item=note("2", "bo", "published after"))
    before.kill()
    for writer in writers:
        writer.join()
    wait_for(lambda: not children_of_stacks(folder))

    after = StackProcess.start(folder)
    yield Story(
        folder=folder,
        after=after,
        acknowledged=frozenset(answered),
        subject=who,
        left_message={"kept": "deleted", "deleted": "kept"}[taken["Body"]],
        ended=ended,
        interrupted_arn=interrupted_arn,
        left_processes=children_of_stacks(folder),
    )
    after.kill()


def test_every_write_that_was_answered_is_there(story: Story) -> None:
    pages = story.after.client("dynamodb").get_paginator("query")
    items = [
        item
        for page in pages.paginate(
            TableName=story.after.outputs["TableName"],
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": "k"}},
        )
        for item in page["Items"]
    ]

    keys = {item["sk"]["S"] for item in items}
    assert story.acknowledged | {"kept"} <= keys
    assert "deleted" not in keys
    (kept,) = [item for item in items if item["sk"]["S"] == "kept"]
    assert kept["bytes"]["B"] == b"\x00\xff"


def test_objects_are_there_and_deleted_ones_are_not(story: Story) -> None:
    s3, bucket = story.after.client("s3"), story.after.outputs["BucketName"]

    listed = s3.list_objects_v2(Bucket=bucket)["Contents"]

    assert [one["Key"] for one in listed] == ["x/kept.json"]
    assert s3.get_object(Bucket=bucket, Key="x/kept.json")["Body"].read() == b"kept"


def test_messages_wait_and_deleted_ones_do_not(story: Story) -> None:
    messages = story.after.client("sqs").receive_message(
        QueueUrl=story.after.outputs["HeardUrl"],
        MaxNumberOfMessages=10,
        VisibilityTimeout=0,
    )["Messages"]

    bodies = [one["Body"] for one in messages if not one["Body"].startswith("{")]
    assert bodies == [story.left_message]


def test_users_keep_their_passwords_and_ids(story: Story) -> None:
    assert subject(story.after, story.folder) == story.subject


def test_sent_mails_are_kept_and_the_outbox_is_published(
    story: Story, eventually: Eventually
) -> None:
    assert eventually(
        lambda: {"sent before", "published after"} <= set(sent_mails(story.after))
    )


def test_an_ended_execution_stays_as_it_was(story: Story) -> None:
    found = execution(story.after, story.ended["executionArn"])

    for field in ("status", "startDate", "stopDate", "output", "input"):
        assert found[field] == story.ended[field]


def test_an_interrupted_execution_is_run_again_to_its_end(
    story: Story, eventually: Eventually
) -> None:
    assert eventually(
        lambda: execution(story.after, story.interrupted_arn)["status"] == "SUCCEEDED"
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_everything_and_the_next_start_goes_on(
    tmp_path: Path, eventually: Eventually, number: signal.Signals
) -> None:
    stack = StackProcess.start(tmp_path)
    arn = start_execution(stack, "long", "2")
    eventually(lambda: len(children_of_stacks(tmp_path)) >= 3)

    assert stack.stop(number) == 0
    assert not children_of_stacks(tmp_path)

    again = StackProcess.start(tmp_path)
    try:
        assert eventually(lambda: execution(again, arn)["status"] == "SUCCEEDED")
    finally:
        again.kill()
