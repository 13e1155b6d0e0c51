from pathlib import Path
from typing import Any

import pytest

from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client, Eventually


def run_task(
    running: RunningStack, client: Client, environment: dict[str, str]
) -> dict[str, Any]:
    response = client("ecs").run_task(
        cluster=running.outputs["ClusterArn"],
        taskDefinition=running.outputs["TaskDefinitionArn"],
        overrides={
            "containerOverrides": [
                {
                    "name": "main",
                    "environment": [
                        {"name": name, "value": value}
                        for name, value in environment.items()
                    ],
                }
            ]
        },
    )
    task: dict[str, Any] = response["tasks"][0]
    return task


def describe(client: Client, task: dict[str, Any]) -> dict[str, Any]:
    response = client("ecs").describe_tasks(
        cluster=task["clusterArn"], tasks=[task["taskArn"]]
    )
    described: dict[str, Any] = response["tasks"][0]
    return described


def stopped(client: Client, task: dict[str, Any]) -> dict[str, Any] | None:
    described = describe(client, task)
    return described if described["lastStatus"] == "STOPPED" else None


@pytest.mark.parametrize("exit_code", [0, 3])
def test_a_task_ends_with_the_exit_code_of_its_process(
    running: RunningStack, client: Client, eventually: Eventually, exit_code: int
) -> None:
    task = run_task(running, client, {"EXIT_CODE": str(exit_code)})

    ended = eventually(lambda: stopped(client, task))

    assert ended["containers"][0]["exitCode"] == exit_code
    assert ended["stopCode"] == "EssentialContainerExited"


def test_a_stopped_task_is_asked_to_end_and_says_why(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    task = run_task(running, client, {"SLEEP_S": "60"})
    client("ecs").stop_task(
        cluster=task["clusterArn"], task=task["taskArn"], reason="enough"
    )

    ended = eventually(lambda: stopped(client, task))

    assert ended["containers"][0]["exitCode"] == 143  # SIGTERM
    assert (ended["stopCode"], ended["stoppedReason"]) == ("UserInitiated", "enough")


def test_a_running_task_is_listed_until_it_is_stopped(
    running: RunningStack, client: Client, eventually: Eventually
) -> None:
    task = run_task(running, client, {"SLEEP_S": "60"})
    cluster = task["clusterArn"]

    before = client("ecs").list_tasks(cluster=cluster)["taskArns"]
    client("ecs").stop_task(cluster=cluster, task=task["taskArn"])
    eventually(lambda: stopped(client, task))
    after = client("ecs").list_tasks(cluster=cluster)["taskArns"]

    assert task["taskArn"] in before
    assert task["taskArn"] not in after


def test_an_unknown_task_is_a_failure_of_its_own(client: Client) -> None:
    response = client("ecs").describe_tasks(cluster="any", tasks=["unknown"])

    assert response["failures"] == [{"arn": "unknown", "reason": "MISSING"}]


def test_what_images_do_when_they_are_built_is_done_when_the_stack_starts(
    running: RunningStack, data_folder: Path, eventually: Eventually
) -> None:
    del running
    log = data_folder / "logs" / "fixture-task-warm-up.log"

    assert eventually(log.read_text) == "warm\n"
