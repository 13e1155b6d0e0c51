"""State ChooseSchedule: choose the best schedule by the checker's own score."""

from typing import Any, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.ids import RunId, TenantId
from flextime.observability import instrumented, logger, metrics
from flextime.usecases.runs.choose_schedule import choose_schedule


class Input(TypedDict):
    """The run, as in the input of the execution."""

    tenant: str
    run_id: str


class Output(Input):
    """The choice, which RecordRun carries out."""

    outcome: str
    attempt: str | None


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    """Choose a schedule; count and log each attempt that the checker rejects."""
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    evaluation = choose_schedule(get_application(), TenantId(tenant), RunId(run_id))
    for rejection in evaluation.rejections:
        logger.error(
            "the result of an attempt was rejected: %s",
            rejection.reason,
            attempt=rejection.attempt,
        )
        metrics.add_metric("AttemptsRejected", "Count", 1)
    best = evaluation.best
    return {
        "tenant": tenant,
        "run_id": run_id,
        "outcome": evaluation.outcome,
        "attempt": best.attempt if best else None,
    }
