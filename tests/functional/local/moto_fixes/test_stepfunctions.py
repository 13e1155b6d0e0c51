"""Gaps of the state machines, shown on machines small enough to read."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from moto.stepfunctions.parser.asl.utils import boto_client
from moto.stepfunctions.parser.asl.utils.json_path import extract_json
from moto.stepfunctions.parser.models import (
    StepFunctionsParserBackend,
    stepfunctions_parser_backends,
)

from flextime_local.any_types import Json, Untyped
from flextime_local.moto_fixes.stepfunctions.clients import CLIENTS
from flextime_local.moto_fixes.stepfunctions.context_object import CONTEXT_OBJECT
from flextime_local.moto_fixes.stepfunctions.ecs_outcome import ECS_OUTCOME
from flextime_local.moto_fixes.stepfunctions.ecs_parameters import ECS_PARAMETERS
from flextime_local.moto_fixes.stepfunctions.execution_name import EXECUTION_NAME
from flextime_local.moto_fixes.stepfunctions.json_path import JSON_PATH
from flextime_local.moto_fixes.stepfunctions.stopped_execution import (
    STOPPED_EXECUTION,
)
from flextime_local.names import ACCOUNT_ID
from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client, Eventually, Without

type RunTask = Callable[..., dict[str, Any]]

ROLE = "arn:aws:iam::123456789012:role/any"


@pytest.fixture
def states() -> Iterator[StepFunctionsParserBackend]:
    backend = stepfunctions_parser_backends[ACCOUNT_ID]["eu-west-1"]
    yield backend
    backend.state_machines.clear()


def machine(states: StepFunctionsParserBackend, **state: Json) -> str:
    definition = {"StartAt": "Only", "States": {"Only": {**state, "End": True}}}
    made = states.create_state_machine(
        f"m{len(states.state_machines)}", json.dumps(definition), ROLE
    )
    return made.arn


def ended(execution: Untyped) -> Untyped:
    deadline_s = time.monotonic() + 30
    while execution.status == "RUNNING" and time.monotonic() < deadline_s:
        time.sleep(0.02)
    return execution


def has_entered(execution: Untyped, event_type: str) -> bool:
    events = execution.to_history_output()["events"]
    return any(event["type"] == event_type for event in events)


def test_a_path_to_one_value_gives_that_value(without: Without) -> None:
    data = {"a": [{"b": 7}, {"b": 8}]}

    assert extract_json("$.a[0].b", data) == 7
    assert extract_json("$.a[*].b", data) == [7, 8]
    with without(JSON_PATH):
        assert extract_json("$.a[0].b", data) == [7]


def test_the_start_time_is_text(
    without: Without, states: StepFunctionsParserBackend
) -> None:
    arn = machine(states, Type="Pass", Parameters={"at.$": "$$.Execution.StartTime"})

    def kind_of_time(name: str) -> type:
        return type(ended(states.start_execution(arn, name)).output["at"])

    assert kind_of_time("fixed") is str
    with without(CONTEXT_OBJECT):
        assert kind_of_time("moto") is not str


def test_an_execution_without_a_name_gets_one_of_its_own(
    without: Without, states: StepFunctionsParserBackend
) -> None:
    arn = machine(states, Type="Pass")

    first, second = (ended(states.start_execution(arn)) for _ in range(2))

    assert first.name != second.name
    with without(EXECUTION_NAME):
        assert ended(states.start_execution(arn)).name is None


def test_tasks_share_their_clients(without: Without) -> None:
    def are_shared() -> bool:
        first, second = (boto_client.boto_client_for("eu-west-1", "ecs") for _ in "ab")
        return first is second

    assert are_shared()
    with without(CLIENTS):
        assert not are_shared()


@pytest.fixture
def run_task(running: RunningStack, client: Client, eventually: Eventually) -> RunTask:
    """Run one task by a state machine of the running stack."""

    def run(exit_code: str, sleep_s: str = "0", **state: Json) -> dict[str, Any]:
        definition = {
            "StartAt": "Run",
            "States": {
                "Run": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::ecs:runTask.sync",
                    "Parameters": {
                        "Cluster": running.outputs["ClusterArn"],
                        "TaskDefinition": running.outputs["TaskDefinitionArn"],
                        "Overrides": {
                            "ContainerOverrides": [
                                {
                                    "Name": "main",
                                    "Environment": [
                                        {"Name": "EXIT_CODE", "Value": exit_code},
                                        {"Name": "SLEEP_S", "Value": sleep_s},
                                    ],
                                }
                            ]
                        },
                    },
                    "End": True,
                    **state,
                }
            },
        }
        sfn = client("stepfunctions")
        arn = sfn.create_state_machine(
            name=f"run-{time.monotonic_ns()}",
            definition=json.dumps(definition),
            roleArn=ROLE,
        )["stateMachineArn"]
        execution = sfn.start_execution(stateMachineArn=arn)["executionArn"]

        def result() -> dict[str, Any] | None:
            found: dict[str, Any] = sfn.describe_execution(executionArn=execution)
            return None if found["status"] == "RUNNING" else found

        found: dict[str, Any] = eventually(result)
        sfn.delete_state_machine(stateMachineArn=arn)
        return found

    return run


def test_a_task_runs_and_its_result_can_be_described(
    without: Without, run_task: RunTask
) -> None:
    output = json.loads(run_task("0")["output"])

    assert output["Containers"][0]["ExitCode"] == 0
    assert isinstance(output["CreatedAt"], int)
    with without(ECS_PARAMETERS):
        assert run_task("0")["status"] == "FAILED"


def test_a_task_with_an_exit_code_fails_its_state(
    without: Without, run_task: RunTask
) -> None:
    failed = run_task("3")

    assert (failed["status"], failed["error"]) == ("FAILED", "States.TaskFailed")
    assert json.loads(failed["cause"])["Containers"][0]["ExitCode"] == 3
    with without(ECS_OUTCOME):
        assert run_task("3")["status"] == "SUCCEEDED"


def running_tasks(client: Client) -> list[str]:
    found: list[str] = client("ecs").list_tasks(cluster="any")["taskArns"]
    return found


def test_a_state_that_times_out_stops_its_task(
    without: Without, run_task: RunTask, client: Client, eventually: Eventually
) -> None:
    timed_out = run_task("0", "60", TimeoutSeconds=1)

    assert timed_out["error"] == "States.Timeout"
    assert eventually(lambda: not running_tasks(client))
    with without(ECS_OUTCOME):
        run_task("0", "60", TimeoutSeconds=1)
        left = running_tasks(client)
    for task in left:
        client("ecs").stop_task(cluster="any", task=task)
    assert left


def test_an_execution_stopped_within_a_map_is_aborted(
    without: Without, states: StepFunctionsParserBackend, eventually: Eventually
) -> None:
    arn = machine(
        states,
        Type="Map",
        ItemProcessor={
            "StartAt": "Wait",
            "States": {
                "Wait": {
                    "Type": "Wait",
                    "Seconds": 60,
                    "End": True,
                }
            },
        },
    )

    def status_after_stop(name: str) -> str:
        execution = states.start_execution(arn, name, "[1]")
        assert eventually(lambda: has_entered(execution, "WaitStateEntered"))
        execution.stop(datetime.now(UTC), "", "")
        return str(ended(execution).status)

    assert status_after_stop("fixed") == "ABORTED"
    with without(STOPPED_EXECUTION):
        assert status_after_stop("moto") == "FAILED"
