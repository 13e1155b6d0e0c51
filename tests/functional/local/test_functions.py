import json
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.lambda_runner.functions import Functions
from flextime_local.processes.spawner import Spawner
from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client, Eventually


def invoke(client: Client, name: str, event: dict[str, Any]) -> tuple[str | None, Any]:
    response = client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
    return response.get("FunctionError"), json.load(response["Payload"])


def test_an_invocation_answers_what_the_handler_returns(
    running: RunningStack, client: Client
) -> None:
    name = running.outputs["EchoFunctionName"]

    assert invoke(client, name, {"items": [1]}) == (None, {"items": [1]})


@pytest.mark.parametrize(
    ("fault", "error_type", "message"),
    [
        ("raise", "ValueError", "no such note"),
        ("sleep", "Sandbox.Timedout", "Error: Task timed out after 1.00 seconds"),
        (
            "exit",
            "Runtime.ExitError",
            "Error: Runtime exited with error: exit status 3",
        ),
        (
            "unserialisable",
            "TypeError",
            "Object of type object is not JSON serializable",
        ),
    ],
)
def test_a_fault_is_reported_as_lambda_reports_it(
    running: RunningStack, client: Client, fault: str, error_type: str, message: str
) -> None:
    name = running.outputs["FaultyFunctionName"]

    kind, payload = invoke(client, name, {"fault": fault})

    assert (kind, payload["errorType"]) == ("Unhandled", error_type)
    assert payload["errorMessage"] == message


def test_a_function_works_again_after_its_process_died(
    running: RunningStack, client: Client
) -> None:
    name = running.outputs["FaultyFunctionName"]
    invoke(client, name, {"fault": "exit"})

    assert invoke(client, name, {"fault": "none"}) == (None, "fine")


def test_an_asynchronous_invocation_that_keeps_failing_ends_in_the_dead_letter_queue(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    event = {"fault": "raise", "mark": "asynchronous"}

    response = client("lambda").invoke(
        FunctionName=running.outputs["FaultyFunctionName"],
        InvocationType="Event",
        Payload=json.dumps(event),
    )

    assert response["StatusCode"] == 202
    assert eventually(lambda: json.dumps(event) in dead_letters(running, client))


def dead_letters(running: RunningStack, client: Client) -> list[str]:
    received = client("sqs").receive_message(
        QueueUrl=running.outputs["DeadLettersUrl"],
        MaxNumberOfMessages=10,
        VisibilityTimeout=0,
    )
    return [one["Body"] for one in received.get("Messages", [])]


def test_an_unknown_function_is_not_found(client: Client) -> None:
    with pytest.raises(ClientError, match="Function not found: nobody"):
        client("lambda").invoke(FunctionName="nobody")


def test_a_changed_source_file_takes_effect_at_the_next_invocation(
    tmp_path: Path, running: RunningStack
) -> None:
    source = tmp_path / "changing.py"
    source.write_text("def handler(event, context):\n    return 'old'\n")
    definition = FunctionDefinition(
        name="changing",
        label="Changing",
        arn="arn:aws:lambda:us-east-1:123456789012:function:changing",
        handler="changing.handler",
        code=(tmp_path,),
        environment={},
        timeout_s=10,
        memory_mb=128,
        retries_when_asynchronous=0,
        on_failure_arn=None,
        dead_letter_arn=None,
    )
    spawner = Spawner()
    functions = Functions(
        {"changing": definition},
        spawner,
        running.endpoint,
        tmp_path / "logs",
        source_check_interval_s=0.0,
    )
    before = functions.invoke("changing", {}).payload
    source.write_text("def handler(event, context):\n    return 'newer'\n")

    after = functions.invoke("changing", {}).payload

    functions.close()
    spawner.kill_all()
    assert (before, after) == ('"old"', '"newer"')
