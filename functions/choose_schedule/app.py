"""State ChooseSchedule: the best by the checker's score over what attempts left."""

from typing import Any, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.ids import RunId, TenantId
from flextime.observability import instrumented, logger, metrics
from flextime.usecases.runs.choose_schedule import choose_schedule


class Input(TypedDict):
    tenant: str
    run_id: str


class Output(Input):
    outcome: str
    attempt: str | None


@instrumented
def handler(event: Input, _context: Any) -> Output:  # noqa: ANN401 - Lambda's own
    tenant, run_id = event["tenant"], event["run_id"]
    logger.append_keys(tenant=tenant, run_id=run_id)
    evaluation = choose_schedule(get_application(), TenantId(tenant), RunId(run_id))
    for rejection in evaluation.rejections:
        logger.error(
            "an attempt does not stand up to the checker: %s",
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
