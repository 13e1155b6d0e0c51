import json
import os
import signal
from pathlib import Path
from typing import Any

from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client, Eventually


def start_execution(
    running: RunningStack,
    client: Client,
    *items: tuple[str, str],
    name: str | None = None,
) -> str:
    content = {"items": [{"sleep_s": s, "exit_code": code} for s, code in items]}
    named = {"name": name} if name else {}
    response = client("stepfunctions").start_execution(
        stateMachineArn=running.outputs["MachineArn"],
        input=json.dumps(content),
        **named,
    )
    arn: str = response["executionArn"]
    return arn


def ended(client: Client, arn: str) -> dict[str, Any] | None:
    execution: dict[str, Any] = client("stepfunctions").describe_execution(
        executionArn=arn
    )
    return None if execution["status"] == "RUNNING" else execution


def task_processes(sleep_s: str) -> list[int]:
    """Return the processes whose environment says how long they sleep."""
    wanted = f"SLEEP_S={sleep_s}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if wanted in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
        except OSError:
            continue  # no process, ended, or not ours
    return found


def test_a_crashed_task_is_caught_and_harms_no_other(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    arn = start_execution(running, client, ("0", "0"), ("0", "3"))

    execution = eventually(lambda: ended(client, arn))

    assert execution["status"] == "SUCCEEDED"
    assert json.loads(execution["output"]) == [
        {"exit_code": 0},
        {"crashed": True, "error": "States.TaskFailed"},
    ]


def test_a_killed_task_is_a_failed_task(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    arn = start_execution(running, client, ("61.5", "0"))
    (pid,) = eventually(lambda: task_processes("61.5"))
    os.kill(pid, signal.SIGKILL)

    execution = eventually(lambda: ended(client, arn))

    assert json.loads(execution["output"]) == [
        {"crashed": True, "error": "States.TaskFailed"}
    ]


def test_stopping_an_execution_stops_its_tasks(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    arn = start_execution(running, client, ("62.5", "0"))
    eventually(lambda: task_processes("62.5"))

    client("stepfunctions").stop_execution(executionArn=arn)

    assert eventually(lambda: ended(client, arn))["status"] == "ABORTED"
    assert eventually(lambda: not task_processes("62.5"))


def test_the_same_name_and_input_is_the_same_execution(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    first = start_execution(running, client, ("63.5", "0"), name="twice")

    second = start_execution(running, client, ("63.5", "0"), name="twice")

    assert first == second
    client("stepfunctions").stop_execution(executionArn=first)
    assert eventually(lambda: ended(client, first))["status"] == "ABORTED"
