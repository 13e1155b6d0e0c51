"""One warm process of a function."""

import contextlib
import json
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from flextime_local.any_types import Json
from flextime_local.endpoint import Endpoint
from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.processes.environment import child_environment
from flextime_local.processes.spawner import Spawner, kill

_WORKER = Path(__file__).with_name("worker.py")
_INIT_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class Response:
    """The result of an invocation, as JSON text."""

    payload: str
    is_error: bool

    @property
    def summary(self) -> str:
        """The error in one line."""
        error = json.loads(self.payload)
        return f"{error.get('errorType')}: {error.get('errorMessage')}"


def _error(error_type: str, message: str) -> Response:
    return Response(
        json.dumps({"errorType": error_type, "errorMessage": message}), is_error=True
    )


class FunctionProcess:
    """A child process that executes one invocation at a time."""

    def __init__(
        self,
        definition: FunctionDefinition,
        child: subprocess.Popen[bytes],
        channel: socket.socket,
    ) -> None:
        self._definition = definition
        self._child = child
        self._socket = channel
        self._channel = channel.makefile("rwb")
        self._is_initialised = False

    @classmethod
    def start(
        cls,
        definition: FunctionDefinition,
        spawner: Spawner,
        endpoint: Endpoint,
        log: Path,
    ) -> Self:
        """Start a process; its output goes to the file `log`."""
        ours, theirs = socket.socketpair()
        with theirs, log.open("ab") as output:
            child = spawner.start(
                [
                    *(sys.executable, "-P", str(_WORKER)),
                    *(str(theirs.fileno()), definition.handler),
                ],
                _environment(definition, endpoint),
                output,
                folder=definition.code[0],
                pass_fds=(theirs.fileno(),),
            )
        return cls(definition, child, ours)

    @property
    def is_alive(self) -> bool:
        """Whether the process is running."""
        return self._child.poll() is None

    def initialise(self) -> Response | None:
        """Wait for the handler's import; an answer if that went wrong."""
        if self._is_initialised:
            return None
        message = self._receive(_INIT_TIMEOUT_S)
        if isinstance(message, Response):
            return message
        if "error" in message:
            self.kill()  # Lambda too begins anew after a failed import
            return Response(json.dumps(message["error"]), is_error=True)
        self._is_initialised = True
        return None

    def invoke(self, event: Json) -> Response:
        """Execute one event; timeouts and crashes are error results."""
        if failure := self.initialise():
            return failure
        timeout_s = self._definition.timeout_s
        request = {
            "request_id": str(uuid4()),
            "deadline_ms": int((time.time() + timeout_s) * 1000),
            "function_arn": self._definition.arn,
            "event": event,
        }
        try:
            self._channel.write(json.dumps(request).encode() + b"\n")
            self._channel.flush()
        except OSError:
            return self._ended()
        message = self._receive(timeout_s)
        if isinstance(message, Response):
            return message
        if "error" in message:
            return Response(json.dumps(message["error"]), is_error=True)
        return Response(message["result"], is_error=False)

    def _receive(self, timeout_s: float) -> dict[str, Any] | Response:
        self._socket.settimeout(timeout_s)
        try:
            line = self._channel.readline()
        except TimeoutError:
            self.kill()
            return _error(
                "Sandbox.Timedout",
                f"Error: Task timed out after {timeout_s:.2f} seconds",
            )
        except OSError:
            return self._ended()
        if not line:
            return self._ended()
        message: dict[str, Any] = json.loads(line)
        return message

    def _ended(self) -> Response:
        code = self._child.wait()
        reason = (
            f"signal: {signal.Signals(-code).name}"
            if code < 0
            else f"exit status {code}"
        )
        return _error(
            "Runtime.ExitError", f"Error: Runtime exited with error: {reason}"
        )

    def kill(self) -> None:
        """Kill the process and everything it started."""
        kill(self._child)
        with contextlib.suppress(BrokenPipeError):  # what it did not read any more
            self._channel.close()
        self._socket.close()


def _environment(definition: FunctionDefinition, endpoint: Endpoint) -> dict[str, str]:
    lambdas_own = {
        "AWS_LAMBDA_FUNCTION_NAME": definition.name,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(definition.memory_mb),
        "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{definition.name}",
        "AWS_LAMBDA_LOG_STREAM_NAME": "local",
        "LAMBDA_TASK_ROOT": str(definition.code[0]),
        "_HANDLER": definition.handler,
        "POWERTOOLS_TRACE_DISABLED": "true",  # no X-Ray daemon listens here
    }
    return (
        child_environment(endpoint, definition.code)
        | lambdas_own
        | definition.environment
    )
