"""The state machine's file, and the template that deploys it."""

import json
import re
from typing import Any

import pytest

from contract.templates import resources, state_machine, states

TASKS = [
    (name, state) for name, state in states(state_machine()) if state["Type"] == "Task"
]


def test_every_placeholder_is_substituted_and_every_substitution_is_used() -> None:
    (machine,) = resources("::StateMachine")

    placeholders = set(re.findall(r"\$\{(\w+)\}", json.dumps(state_machine())))

    assert placeholders == set(machine.properties["DefinitionSubstitutions"])


@pytest.mark.parametrize(("name", "state"), TASKS)
def test_every_task_has_a_timeout_and_retries_transient_errors(
    name: str, state: dict[str, Any]
) -> None:
    retried = {error for retry in state["Retry"] for error in retry["ErrorEquals"]}

    assert state["TimeoutSeconds"] > 0, name
    # A bug would fail again, a crashed attempt would search for as long once more.
    assert not retried & {"States.ALL", "States.TaskFailed", "States.Timeout"}, name


@pytest.mark.parametrize(
    ("name", "state"), [task for task in TASKS if task[0] != "FailRun"]
)
def test_every_task_but_fail_run_catches_all_errors(
    name: str, state: dict[str, Any]
) -> None:
    assert state["Catch"][-1]["ErrorEquals"] == ["States.ALL"], name


def test_functions_time_out_before_their_states() -> None:
    timeouts = {
        r.name: r.properties.get("Timeout", 30) for r in resources("::Function")
    }
    for name, state in TASKS:
        placeholder = state["Parameters"].get("FunctionName", "")
        if placeholder:
            function = placeholder.removeprefix("${").removesuffix("Arn}")
            assert timeouts[function] < state["TimeoutSeconds"], name
