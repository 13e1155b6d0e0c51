"""Execute the state machine in moto with scripted results of its tasks.

moto can take a task's answer from a mock case, keyed by the retry's number. Here the
answer is keyed by the attempt too, so that one container can crash among three. These
seams belong to the pinned moto; if an upgrade moves them, every test here fails.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from moto import mock_aws
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker
from moto.stepfunctions.parser.mocking.mock_config import (
    MockedResponse,
    MockedResponseReturn,
    MockedResponseThrow,
)

ASL = Path(__file__).parents[2] / "statemachines" / "optimise_schedule.asl.json"


@dataclass(frozen=True)
class Throws:
    """A task that fails. `error` may not begin with "States.": moto forbids it."""

    error: str


@dataclass
class Script:
    """Answers by state ("SolveAttempt") or, first, by task ("SolveAttempt 2").

    A list answers one call after the other; its last entry answers all later ones.
    """

    answers: dict[str, Any]
    asked: Counter[str] = field(default_factory=Counter)

    def answer(self, state: str, attempt: str | None) -> MockedResponse:
        task = f"{state} {attempt}" if attempt else state
        number = self.asked[task]
        self.asked[task] += 1
        answer = self.answers.get(task, self.answers.get(state))
        if isinstance(answer, list):
            answer = answer[min(number, len(answer) - 1)]
        if isinstance(answer, Throws):
            return MockedResponseThrow(number, number, answer.error, "as scripted")
        return MockedResponseReturn(number, number, {"Payload": answer})


@dataclass(frozen=True)
class Ended:
    """How an execution ended, and what it did on its way."""

    status: str
    output: Any
    error: str | None
    asked: Counter[str]
    history: list[dict[str, Any]]

    def sent(self, resource: str) -> list[dict[str, Any]]:
        """Parameters of every task of that resource, in order."""
        tasks = [event.get("taskScheduledEventDetails", {}) for event in self.history]
        return [
            json.loads(task["parameters"])
            for task in tasks
            if task.get("resource") == resource
        ]


type Run = Callable[[dict[str, Any]], Ended]


def execute(answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Run the machine to its end with `answers` in place of its tasks."""
    script = Script(answers)

    def scripted(env: Environment) -> MockedResponse:
        attempt = env.states.get_input().get("attempt")
        return script.answer(str(env.next_state_name), attempt)

    monkeypatch.setattr(Environment, "is_mocked_mode", lambda _: True)
    monkeypatch.setattr(Environment, "get_current_mocked_response", scripted)
    # A retry comes at once: what is tested is whether it comes.
    monkeypatch.setattr(retrier_decl, "time", SimpleNamespace(sleep=lambda _: None))
    # In this thread: when StartExecution answers, the execution has ended.
    in_thread = ExecutionWorker._execution_logic  # noqa: SLF001  moto has no other way
    monkeypatch.setattr(ExecutionWorker, "start", in_thread)
    with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}):
        return executed(script)


def executed(script: Script) -> Ended:
    client = boto3.client("stepfunctions", region_name="us-east-1")
    machine = client.create_state_machine(
        name="optimise_schedule",
        definition=definition(),
        roleArn="arn:aws:iam::123456789012:role/workflow",
    )
    execution = client.start_execution(
        stateMachineArn=machine["stateMachineArn"],
        name="run-1",
        input=json.dumps({"tenant": "big12", "run_id": "r1"}),
    )["executionArn"]
    described = client.describe_execution(executionArn=execution)
    history = client.get_execution_history(executionArn=execution)
    return Ended(
        status=described["status"],
        output=json.loads(described.get("output", "null")),
        error=described.get("error"),
        asked=script.asked,
        history=[dict(event) for event in history["events"]],
    )


def definition() -> str:
    """The file as it is deployed, its placeholders filled."""
    text = ASL.read_text().replace("${MaxConcurrentAttempts}", "2")
    return re.sub(r"\$\{(\w+)\}", r"arn:aws:lambda:us-east-1:123456789012:\1", text)
