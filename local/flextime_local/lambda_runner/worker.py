"""The child process of a function: imports the handler once, then executes events.

It exchanges lines of JSON over the socket whose descriptor it is given. Output of the
handler goes to the function's log. It imports only the standard library, so that the
handler finds the same modules as on Lambda.
"""

import importlib
import json
import os
import socket
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

type Handler = Callable[[Any, "Context"], Any]


@dataclass(frozen=True)
class Context:
    """The context object of Lambda's Python runtime."""

    aws_request_id: str
    deadline_ms: int
    function_name: str
    function_version: str
    invoked_function_arn: str
    memory_limit_in_mb: int
    log_group_name: str
    log_stream_name: str
    identity: None = None
    client_context: None = None

    def get_remaining_time_in_millis(self) -> int:
        """Return the milliseconds until the invocation times out."""
        return max(0, self.deadline_ms - int(time.time() * 1000))


def load(handler: str) -> Handler:
    """Import a handler, ``module.function``."""
    module_name, _, function_name = handler.rpartition(".")
    loaded: Handler = getattr(importlib.import_module(module_name), function_name)
    return loaded


def describe(error: BaseException, request_id: str) -> dict[str, Any]:
    """Return an error as Lambda reports it."""
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_tb(error.__traceback__),
    }


def response(handler: Handler, request: dict[str, Any]) -> dict[str, Any]:
    """Execute the handler and return its result or error."""
    context = Context(
        aws_request_id=request["request_id"],
        deadline_ms=request["deadline_ms"],
        function_name=os.environ["AWS_LAMBDA_FUNCTION_NAME"],
        function_version="$LATEST",
        invoked_function_arn=request["function_arn"],
        memory_limit_in_mb=int(os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]),
        log_group_name=os.environ["AWS_LAMBDA_LOG_GROUP_NAME"],
        log_stream_name=os.environ["AWS_LAMBDA_LOG_STREAM_NAME"],
    )
    try:
        return {"result": json.dumps(handler(request["event"], context))}
    except Exception as error:  # noqa: BLE001 - Lambda reports any error of a handler
        traceback.print_exc()
        return {"error": describe(error, context.aws_request_id)}


def main() -> None:
    """Execute invocations until the socket is closed."""
    descriptor, handler_name = int(sys.argv[1]), sys.argv[2]
    with socket.socket(fileno=descriptor).makefile("rwb") as channel:

        def send(message: dict[str, Any]) -> None:
            channel.write(json.dumps(message).encode() + b"\n")
            channel.flush()

        try:
            handler = load(handler_name)
        except Exception as error:  # noqa: BLE001 - reported to the caller
            traceback.print_exc()
            send({"error": describe(error, "")})
            return
        send({"ready": True})
        for line in channel:
            send(response(handler, json.loads(line)))


if __name__ == "__main__":
    main()
