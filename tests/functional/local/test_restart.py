"""After `kill -9` of the whole stack nothing acknowledged is missing."""

import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import jwt
import pytest
from flextime_local.sign_in import sign_in
from processes import StackProcess, children_of_stacks, note, sent_mails

type Start = Callable[[], StackProcess]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[StackProcess] = []

    def start() -> StackProcess:
        started.append(StackProcess.start(tmp_path))
        return started[-1]

    yield start
    for stack in started:
        stack.kill()


def table_keys(stack: StackProcess) -> set[str]:
    pages = stack.client("dynamodb").get_paginator("query")
    return {
        item["sk"]["S"]
        for page in pages.paginate(
            TableName=stack.outputs["TableName"],
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": "k"}},
        )
        for item in page["Items"]
    }


def subject(stack: StackProcess, folder: Path) -> str:
    user = json.loads((folder / "users.json").read_text())[0]
    token = sign_in(
        stack.aws_url, stack.outputs["AppClientId"], user["email"], user["password"]
    )
    found: str = jwt.decode(token, options={"verify_signature": False})["sub"]
    return found


def test_killed_while_writing_it_keeps_every_write_that_was_answered(start):
    stack = start()
    acknowledged: set[str] = set()

    def write(number: int) -> None:
        table = stack.client("dynamodb")
        for count in range(1000):
            key = f"{number}-{count}"
            try:
                table.put_item(
                    TableName=stack.outputs["TableName"],
                    Item={"pk": {"S": "k"}, "sk": {"S": key}},
                )
            except Exception:  # noqa: BLE001 - the stack is being killed
                return
            acknowledged.add(key)

    writers = [Thread(target=write, args=(number,)) for number in range(3)]
    for writer in writers:
        writer.start()
    while len(acknowledged) < 60:
        writers[0].join(0.01)
    stack.kill()
    for writer in writers:
        writer.join()

    assert acknowledged <= table_keys(start())


def test_objects_messages_users_and_deletions_survive_a_kill(start, tmp_path):
    stack = start()
    table, bucket = stack.outputs["TableName"], stack.outputs["BucketName"]
    who = subject(stack, tmp_path)
    dynamodb, s3, sqs = map(stack.client, ("dynamodb", "s3", "sqs"))
    for key in "ab":
        dynamodb.put_item(TableName=table, Item={"pk": {"S": "k"}, "sk": {"S": key}})
        s3.put_object(Bucket=bucket, Key=f"x/{key}.json", Body=key.encode())
        sqs.send_message(QueueUrl=stack.outputs["HeardUrl"], MessageBody=key)
    dynamodb.delete_item(TableName=table, Key={"pk": {"S": "k"}, "sk": {"S": "a"}})
    s3.delete_object(Bucket=bucket, Key="x/a.json")
    taken = sqs.receive_message(QueueUrl=stack.outputs["HeardUrl"])["Messages"][0]
    sqs.delete_message(
        QueueUrl=stack.outputs["HeardUrl"], ReceiptHandle=taken["ReceiptHandle"]
    )
    stack.kill()

    again = start()

    assert table_keys(again) == {"b"}
    s3 = again.client("s3")
    listed = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert [one["Key"] for one in listed] == ["x/b.json"]
    assert s3.get_object(Bucket=bucket, Key="x/b.json")["Body"].read() == b"b"
    messages = again.client("sqs").receive_message(
        QueueUrl=again.outputs["HeardUrl"], MaxNumberOfMessages=10
    )["Messages"]
    assert [one["Body"] for one in messages] == [{"a": "b", "b": "a"}[taken["Body"]]]
    assert subject(again, tmp_path) == who


def test_an_outbox_item_written_before_the_kill_is_published_after_it(
    start, eventually
):
    stack = start()
    stack.client("dynamodb").put_item(
        TableName=stack.outputs["TableName"], Item=note("1", "ann", "before the kill")
    )
    stack.kill()

    again = start()

    assert eventually(lambda: "before the kill" in sent_mails(again))


def test_a_mail_sent_before_the_kill_is_not_forgotten(start, eventually):
    stack = start()
    stack.client("dynamodb").put_item(
        TableName=stack.outputs["TableName"], Item=note("1", "ann", "sent before")
    )
    eventually(lambda: sent_mails(stack) == ["sent before"])
    stack.kill()

    assert "sent before" in sent_mails(start())


def test_an_interrupted_execution_is_run_again_and_an_ended_one_is_not(
    start, eventually
):
    stack = start()
    machine = stack.outputs["MachineArn"]

    def run(name: str, sleep_s: str) -> str:
        content = {"items": [{"sleep_s": sleep_s, "exit_code": "0"}]}
        arn: str = stack.client("stepfunctions").start_execution(
            stateMachineArn=machine, name=name, input=json.dumps(content)
        )["executionArn"]
        return arn

    def status(of: StackProcess, arn: str) -> Any:
        return of.client("stepfunctions").describe_execution(executionArn=arn)

    short, long = run("short", "0"), run("long", "2")
    ended = eventually(
        lambda: (
            found if (found := status(stack, short))["status"] == "SUCCEEDED" else None
        )
    )
    stack.client("sqs").send_message(  # any acknowledged write keeps the end, too
        QueueUrl=stack.outputs["HeardUrl"], MessageBody="x"
    )
    stack.kill()

    again = start()

    assert status(again, short)["stopDate"] == ended["stopDate"]
    assert eventually(lambda: status(again, long)["status"] == "SUCCEEDED")
    assert json.loads(status(again, long)["output"]) == [{"exit_code": 0}]


def test_a_kill_leaves_no_process_behind(start, tmp_path, eventually):
    stack = start()
    content = {"items": [{"sleep_s": "60", "exit_code": "0"}]}
    stack.client("stepfunctions").start_execution(
        stateMachineArn=stack.outputs["MachineArn"], input=json.dumps(content)
    )
    eventually(lambda: len(children_of_stacks(tmp_path)) >= 3)

    stack.kill()

    assert eventually(lambda: not children_of_stacks(tmp_path))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_everything_and_keeps_what_runs_for_the_next_start(
    start, tmp_path, eventually, number
):
    stack = start()
    content = {"items": [{"sleep_s": "3", "exit_code": "0"}]}
    arn = stack.client("stepfunctions").start_execution(
        stateMachineArn=stack.outputs["MachineArn"],
        name="interrupted",
        input=json.dumps(content),
    )["executionArn"]
    eventually(lambda: len(children_of_stacks(tmp_path)) >= 3)

    assert stack.stop(number) == 0
    assert not children_of_stacks(tmp_path)

    states = start().client("stepfunctions")
    assert eventually(
        lambda: states.describe_execution(executionArn=arn)["status"] == "SUCCEEDED"
    )
