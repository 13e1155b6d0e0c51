import json
from typing import Any

from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client, Eventually


def write_note(
    running: RunningStack, client: Client, key: str, note: dict[str, Any]
) -> None:
    client("dynamodb").put_item(
        TableName=running.outputs["TableName"],
        Item={
            "pk": {"S": "notes"},
            "sk": {"S": key},
            "entity": {"S": "OUTBOX"},
            "event": {"S": json.dumps({"items": [], **note})},
        },
    )


def mails_to(running: RunningStack, who: str) -> list[Any]:
    mails: list[Any] = running.mails()
    return [one for one in mails if f"{who}@example.org" in str(one.destinations)]


def messages(running: RunningStack, client: Client, queue: str) -> list[str]:
    response = client("sqs").receive_message(
        QueueUrl=running.outputs[queue], MaxNumberOfMessages=10, VisibilityTimeout=0
    )
    return [message["Body"] for message in response.get("Messages", [])]


def test_a_written_item_becomes_an_event_a_message_and_a_mail(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    write_note(running, client, "1", {"who": "ann", "text": "hello"})

    (mail,) = eventually(lambda: mails_to(running, "ann"))

    assert (mail.source, mail.subject, mail.body) == (
        "sender@example.org",
        "A note",
        "hello",
    )


def test_an_input_transformer_makes_the_message(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    write_note(running, client, "2", {"who": 'bo "b"', "text": "hi"})

    assert eventually(
        lambda: '{"said": "by bo \\"b\\""}' in messages(running, client, "HeardUrl")
    )


def test_an_event_starts_a_state_machine_with_a_part_of_it(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    write_note(running, client, "3", {"who": "cy", "text": "go"})

    def inputs() -> list[str]:
        states = client("stepfunctions")
        executions = states.list_executions(
            stateMachineArn=running.outputs["MachineArn"]
        )["executions"]
        return [
            states.describe_execution(executionArn=one["executionArn"])["input"]
            for one in executions
        ]

    expected = {"items": [], "who": "cy", "text": "go"}
    assert eventually(lambda: expected in list(map(json.loads, inputs())))


def test_an_item_that_does_not_match_the_filter_wakes_nobody(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    client("dynamodb").put_item(
        TableName=running.outputs["TableName"],
        Item={"pk": {"S": "plain"}, "sk": {"S": "1"}, "event": {"S": "not JSON"}},
    )
    write_note(running, client, "4", {"who": "after", "text": "x"})

    # the stream is read in order, so the item before the note has been looked at
    assert eventually(lambda: mails_to(running, "after"))


def test_a_poisoned_record_is_given_up_and_the_others_go_on(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    write_note(running, client, "5", {"poison": True})
    write_note(running, client, "6", {"who": "dee", "text": "still here"})

    assert eventually(lambda: mails_to(running, "dee"))
    given_up = [
        body
        for body in messages(running, client, "DeadLettersUrl")
        if "DDBStreamBatchInfo" in body
    ]
    assert json.loads(given_up[0])["DDBStreamBatchInfo"]["batchSize"] == 1


def test_a_disabled_rule_delivers_nothing(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    write_note(running, client, "7", {"who": "eve", "text": "quiet"})
    eventually(lambda: mails_to(running, "eve"))

    assert not any(
        "quiet" in body for body in messages(running, client, "DeadLettersUrl")
    )


def test_a_message_that_keeps_failing_ends_in_the_dead_letter_queue(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    queue = running.outputs["NotesUrl"]
    client("sqs").set_queue_attributes(
        QueueUrl=queue, Attributes={"VisibilityTimeout": "0"}
    )
    client("sqs").send_message(QueueUrl=queue, MessageBody="no JSON at all")

    assert eventually(
        lambda: "no JSON at all" in messages(running, client, "DeadLettersUrl")
    )
