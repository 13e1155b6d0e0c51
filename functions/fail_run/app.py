"""State FailRun: record the error of a run and the best schedule it had found."""

from json import loads
from typing import Any, NotRequired, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.errors import (
    AllAttemptsFailed,
    Conflict,
    NotFound,
    ResultRejected,
    TooLarge,
    Unavailable,
)
from flextime.domain.ids import RunId, TenantId
from flextime.observability import instrumented, logger
from flextime.usecases.runs.fail_run import fail_run

_ERRORS_WITH_MESSAGE = (
    Conflict,
    NotFound,
    AllAttemptsFailed,
    ResultRejected,
    TooLarge,
    Unavailable,
)
"""The errors of steps whose message is written for users."""
_UNKNOWN = "A fault of the system ended the run; its operators see it in the log."


class Error(TypedDict):
    """An error as Step Functions passes it on; `Cause` of a Lambda is JSON."""

    Error: str
    Cause: NotRequired[str]


class Input(TypedDict):
    """The run and the error that the state machine caught."""

    tenant: str
    run_id: str
    error: Error


class Output(TypedDict):
    """The final status of the run."""

    tenant: str
    run_id: str
    status: str


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    """End the run as failed; raise what `fail_run` raises."""
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    logger.error("the run failed", error=event["error"])
    status = fail_run(
        get_application(), TenantId(tenant), RunId(run_id), _sentence(event["error"])
    )
    return {"tenant": tenant, "run_id": run_id, "status": status}


def _sentence(error: Error) -> str:
    """Describe an error for users."""
    name = error["Error"]
    if name == "States.Timeout":
        return "The run took longer than it may."
    if name in {error.__name__ for error in _ERRORS_WITH_MESSAGE}:
        message = _message(error.get("Cause", ""))
        if message:
            return f"The run could not be ended in the ordinary way: {message}."
    return _UNKNOWN


def _message(cause: str) -> str:
    """Read the message in the cause that Lambda reports; empty if there is none."""
    try:
        report = loads(cause)
    except ValueError:  # other services report plain text, and long causes are cut
        return ""
    message = report.get("errorMessage") if isinstance(report, dict) else None
    return message if isinstance(message, str) else ""
