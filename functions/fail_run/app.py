"""State FailRun: what went wrong is told, and the best that was there is kept."""

from json import JSONDecodeError, loads
from typing import Any, TypedDict

from flextime.bootstrap import this_application
from flextime.domain.ids import RunId, TenantId
from flextime.observability import logger, observed
from flextime.usecases.fail_run import fail_run


class Error(TypedDict):
    Error: str
    Cause: str


class Input(TypedDict):
    tenant: str
    run_id: str
    error: Error


class Output(TypedDict):
    tenant: str
    run_id: str
    status: str


@observed
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    logger.error("the run failed", error=event["error"])
    status = fail_run(
        this_application(), TenantId(tenant), RunId(run_id), _sentence(event["error"])
    )
    return {"tenant": tenant, "run_id": run_id, "status": status}


def _sentence(error: Error) -> str:
    """For people: a Lambda's cause is JSON with a message, any other is text."""
    name = error["Error"]
    if name == "States.Timeout":
        return "The run took longer than it may."
    cause = error.get("Cause", "")
    try:
        cause = loads(cause)["errorMessage"]
    except (JSONDecodeError, KeyError, TypeError):
        logger.debug("the cause of the error is plain text")
    return f"{name}: {cause}" if cause else name
