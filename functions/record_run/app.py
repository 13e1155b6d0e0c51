"""State RecordRun: write the chosen schedule as a revision and end the run."""

from typing import Any, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.evaluation import Outcome
from flextime.observability import instrumented, logger
from flextime.usecases.runs.record_run import Choice, record_run


class Input(TypedDict):
    """The output of ChooseSchedule."""

    tenant: str
    run_id: str
    outcome: str
    attempt: str | None


class Output(TypedDict):
    """The output of the execution."""

    tenant: str
    run_id: str
    status: str


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    """End the run with the chosen schedule; raise what `record_run` raises."""
    tenant, run_id, attempt = event["tenant"], event["run_id"], event["attempt"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    status = record_run(
        get_application(),
        TenantId(tenant),
        RunId(run_id),
        Choice(Outcome(event["outcome"]), AttemptId(attempt) if attempt else None),
    )
    return {"tenant": tenant, "run_id": run_id, "status": status}
