"""State PrepareRun: write the files that the attempts of a run read."""

from typing import Any, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.ids import RunId, TenantId
from flextime.observability import instrumented, logger
from flextime.usecases.runs.prepare_run import prepare_run


class Input(TypedDict):
    """The input of the execution."""

    tenant: str
    run_id: str


class Attempt(Input):
    """The input of one iteration of the state SolveAttempts."""

    attempt: str


class Output(Input):
    """The attempts to execute; none for a run that has ended."""

    attempts: list[Attempt]


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    """Prepare the run; raise what `prepare_run` raises."""
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    attempts = prepare_run(get_application(), TenantId(tenant), RunId(run_id))
    return {
        "tenant": tenant,
        "run_id": run_id,
        "attempts": [
            {"tenant": tenant, "run_id": run_id, "attempt": attempt}
            for attempt in attempts
        ],
    }
