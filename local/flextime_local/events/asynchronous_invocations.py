"""Asynchronous invocations: retried, then sent to the failure destination."""

import json
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flextime_local.any_types import Json
from flextime_local.events.durable_tasks import DurableTasks, Work
from flextime_local.events.queue_sender import send_to_queue
from flextime_local.lambda_runner.functions import FunctionNotFoundError, Functions

KIND = "invocation"
_RETRY_AFTER_S = (1.0, 2.0)  # Lambda waits one and two minutes


class FunctionFailedError(RuntimeError):
    """A function returned an error; the message is its payload."""


@dataclass(frozen=True, slots=True)
class AsynchronousInvocations:
    """Runs invocations of type Event as durable tasks."""

    functions: Functions
    durable_tasks: DurableTasks

    def accept(self, function_name: str, event: Json) -> None:
        """Record an invocation; raises `FunctionNotFoundError`."""
        self.functions.definition(function_name)  # refuse an unknown one at once
        self.durable_tasks.enqueue(
            Work(KIND, {"function": function_name, "event": event})
        )

    def do(self, work: Work) -> None:
        """Invoke the function; raises `FunctionFailedError` so that it is retried."""
        response = self.functions.invoke(
            work.content["function"], work.content["event"]
        )
        if response.is_error:
            raise FunctionFailedError(response.payload)

    def retry_after_s(self, work: Work, failures: int) -> float | None:
        """Return the delay before the next attempt, or None after the last one."""
        try:
            definition = self.functions.definition(work.content["function"])
        except FunctionNotFoundError:
            return None  # the template no longer has it
        if failures > definition.retries_when_asynchronous:
            return None
        return _RETRY_AFTER_S[min(failures, len(_RETRY_AFTER_S)) - 1]

    def give_up(self, work: Work, error: Exception) -> None:
        """Send the failure to the on-failure destination and the dead-letter queue."""
        definition = self.functions.definition(work.content["function"])
        if definition.on_failure_arn:
            record = _failure_record(definition.arn, work, error)
            send_to_queue(definition.on_failure_arn, json.dumps(record))
        if definition.dead_letter_arn:
            send_to_queue(definition.dead_letter_arn, json.dumps(work.content["event"]))


def _failure_record(arn: str, work: Work, error: Exception) -> dict[str, Any]:
    try:
        response = json.loads(str(error))
    except json.JSONDecodeError:
        response = {"errorMessage": str(error)}
    return {
        "version": "1.0",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "requestContext": {
            "requestId": str(uuid4()),
            "functionArn": f"{arn}:$LATEST",
            "condition": "RetriesExhausted",
        },
        "requestPayload": work.content["event"],
        "responseContext": {"functionError": "Unhandled"},
        "responsePayload": response,
    }
