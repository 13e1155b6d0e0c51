"""End a run: commit the run, its schedule and their events in one transaction."""

from dataclasses import dataclass, replace

from flextime.domain.errors import NotFound
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.evaluation import Candidate, RunEvaluation
from flextime.domain.runs.run import (
    Run,
    RunResult,
    RunStatus,
    bounded_reasons,
    bounded_sentence,
)
from flextime.usecases.aggregates import Versioned
from flextime.usecases.request_context import RequestContext
from flextime.usecases.runs.dependencies import RunDependencies, context_of_owner
from flextime.usecases.runs.final_events import event_for
from flextime.usecases.runs.record_result import RecordedResult, record_result
from flextime.usecases.runs.transitions import retry_step
from flextime.usecases.transaction import Save, Transaction


@dataclass(frozen=True, kw_only=True)
class FinalState:
    """The state in which a run is to end.

    Attributes
    ----------
    status
        Replaced by ``cancelled`` if the owner has cancelled the run, unless it failed.
    chosen
        The best schedule; None leaves the schedule as it is.
    error
        What went wrong, as a sentence for users; only with the status ``failed``.
    """

    status: RunStatus
    evaluation: RunEvaluation
    chosen: Candidate | None = None
    reasons: tuple[str, ...] = ()
    error: str | None = None

    def status_of(self, run: Run) -> RunStatus:
        """Return the final status of `run`, which may have been cancelled."""
        if run.cancel_requested and self.status is not RunStatus.FAILED:
            return RunStatus.CANCELLED
        return self.status


def finish_run(
    dependencies: RunDependencies,
    tenant: TenantId,
    run_id: RunId,
    final_state: FinalState,
) -> RunStatus:
    """End a run, unless it has ended already, and return its final status.

    Raises
    ------
    NotFound
        The run does not exist.
    Unavailable
        Concurrent changes exhausted the retries.
    """

    def finish() -> RunStatus:
        current = dependencies.store.load(tenant, Run, run_id)
        if current.value.status.is_final:
            return current.value.status
        context = context_of_owner(dependencies, tenant, current.value)
        return _finish(dependencies, context, current, final_state)

    return retry_step(dependencies.retry, finish)


def _finish(
    dependencies: RunDependencies,
    context: RequestContext,
    current: Versioned[Run],
    final_state: FinalState,
) -> RunStatus:
    run = current.value
    try:
        recorded = record_result(
            dependencies,
            context,
            run,
            final_state.evaluation.instance,
            final_state.chosen,
        )
    except NotFound:
        recorded = RecordedResult(
            schedule_name=run.schedule,
            reasons=("The schedule was deleted before its run was over.",),
        )
        final_state = _without_schedule(final_state)
    ended = replace(
        run,
        status=final_state.status_of(run),
        finished_at=context.at,
        result=_run_result(final_state, recorded),
        error=bounded_sentence(final_state.error) if final_state.error else None,
    )
    event = event_for(ended, recorded.schedule_name)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(ended, current.version), *recorded.changes),
            (*recorded.events, context.event(ended.id, current.version + 1, event)),
        )
    )
    return ended.status


def _without_schedule(final_state: FinalState) -> FinalState:
    """A run whose schedule was deleted has failed or counts as cancelled."""
    failed = final_state.status is RunStatus.FAILED
    status = RunStatus.FAILED if failed else RunStatus.CANCELLED
    return replace(final_state, chosen=None, status=status)


def _run_result(final_state: FinalState, recorded: RecordedResult) -> RunResult:
    chosen = final_state.chosen
    return RunResult(
        attempt=chosen.attempt if chosen else None,
        revision=recorded.revision,
        score=chosen.score if chosen else None,
        bound=final_state.evaluation.bound,
        reasons=bounded_reasons((*final_state.reasons, *recorded.reasons)),
    )
