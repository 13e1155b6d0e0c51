"""The one way in which runs end: run, schedule and events in one transaction."""

from dataclasses import dataclass, replace

from flextime.domain.errors import NotFound
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.evaluation import Candidate, RunEvaluation
from flextime.domain.runs.run import Run, RunResult, RunStatus
from flextime.usecases.aggregates import Versioned
from flextime.usecases.request_context import RequestContext
from flextime.usecases.runs.dependencies import RunDependencies, on_behalf_of_owner
from flextime.usecases.runs.final_events import event_for
from flextime.usecases.runs.record_result import RecordedResult, record_result
from flextime.usecases.runs.transitions import again_when_stale
from flextime.usecases.transaction import Save, Transaction


@dataclass(frozen=True, kw_only=True)
class FinalState:
    """How a run is to end.

    Attributes
    ----------
    status
        Unless its owner has asked for it to stop: then it is ``cancelled``.
    chosen
        The best schedule; None leaves the schedule as it stands.
    error
        What went wrong, for people; only with the status ``failed``.
    """

    status: RunStatus
    evaluation: RunEvaluation
    chosen: Candidate | None = None
    reasons: tuple[str, ...] = ()
    error: str | None = None

    def status_of(self, run: Run) -> RunStatus:
        if run.cancel_requested and self.status is not RunStatus.FAILED:
            return RunStatus.CANCELLED
        return self.status


def finish_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, ending: FinalState
) -> RunStatus:
    """Write the ending down, unless the run is over; the status that it has then."""

    def step() -> RunStatus:
        run = dependencies.store.load(tenant, Run, run_id)
        if run.value.status.is_final:
            return run.value.status
        return _end(
            dependencies,
            on_behalf_of_owner(dependencies, tenant, run.value),
            run,
            ending,
        )

    return again_when_stale(step)


def _end(
    dependencies: RunDependencies,
    context: RequestContext,
    run: Versioned[Run],
    ending: FinalState,
) -> RunStatus:
    try:
        kept = record_result(
            dependencies, context, run.value, ending.evaluation.instance, ending.chosen
        )
    except NotFound:
        kept = RecordedResult(
            schedule_name=run.value.schedule,
            reasons=("The schedule was deleted before its run was over.",),
        )
        ending = replace(ending, chosen=None)
        if ending.status is not RunStatus.FAILED:
            ending = replace(ending, status=RunStatus.CANCELLED)
    ended = replace(
        run.value,
        status=ending.status_of(run.value),
        finished_at=context.at,
        result=_result(ending, kept),
        error=ending.error,
    )
    told = event_for(ended, kept.schedule_name)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(ended, run.version), *kept.changes),
            (*kept.events, context.event(ended.id, run.version + 1, told)),
        )
    )
    return ended.status


def _result(ending: FinalState, kept: RecordedResult) -> RunResult:
    chosen = ending.chosen
    return RunResult(
        attempt=chosen.attempt if chosen else None,
        revision=kept.revision,
        score=chosen.score if chosen else None,
        bound=ending.evaluation.bound,
        reasons=(*ending.reasons, *kept.reasons),
    )
