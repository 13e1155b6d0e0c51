"""State FailRun: what went wrong is told, and the best that was there is kept."""

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

_HAVE_A_SENTENCE = (
    Conflict,
    NotFound,
    AllAttemptsFailed,
    ResultRejected,
    TooLarge,
    Unavailable,
)
"""What steps raise; the cause that Step Functions gives is Lambda's JSON."""


class Error(TypedDict):
    Error: str
    Cause: NotRequired[str]


class Input(TypedDict):
    tenant: str
    run_id: str
    error: Error


class Output(TypedDict):
    tenant: str
    run_id: str
    status: str


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    logger.error("the run failed", error=event["error"])
    status = fail_run(
        get_application(), TenantId(tenant), RunId(run_id), _sentence(event["error"])
    )
    return {"tenant": tenant, "run_id": run_id, "status": status}


def _sentence(error: Error) -> str:
    """For people: our own errors have a sentence for them, no others have."""
    name = error["Error"]
    if name == "States.Timeout":
        return "The run took longer than it may."
    if name in {error.__name__ for error in _HAVE_A_SENTENCE}:
        message = loads(error.get("Cause", "{}")).get("errorMessage")
        if message:
            return f"The run could not be ended in the ordinary way: {message}."
    return "A fault of the system ended the run; its operators see it in the log."
