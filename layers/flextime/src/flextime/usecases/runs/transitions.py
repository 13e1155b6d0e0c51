"""Move a run forward from one status to the next."""

from collections.abc import Callable
from dataclasses import replace

from flextime.domain.errors import StaleVersion, Unavailable
from flextime.domain.events import OptimizationProgressed
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.retry import Retry
from flextime.usecases.runs.dependencies import RunDependencies, context_of_owner
from flextime.usecases.transaction import Save, Transaction

_ORDER = list(RunStatus)


def advance_to(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, status: RunStatus
) -> Run:
    """Set the status of a run, unless it already has that status or a later one.

    Raises
    ------
    NotFound
        The run does not exist.
    Unavailable
        Concurrent changes exhausted the retries.
    """

    def advance() -> Run:
        current = dependencies.store.load(tenant, Run, run_id)
        if _ORDER.index(current.value.status) >= _ORDER.index(status):
            return current.value
        run = replace(current.value, status=status)
        progressed = OptimizationProgressed(schedule=run.schedule, status=status)
        context = context_of_owner(dependencies, tenant, run)
        dependencies.store.commit(
            Transaction(
                tenant,
                (Save(run, current.version),),
                (context.event(run_id, current.version + 1, progressed),),
            )
        )
        return run

    return retry_step(dependencies.retry, advance)


def retry_step[T](retry: Retry, step: Callable[[], T]) -> T:
    """Call a step of the workflow again while others change what it has read.

    Raises
    ------
    Unavailable
        The retries are exhausted; the workflow repeats the step later.
    """
    try:
        return retry.call(step)
    except StaleVersion:
        raise Unavailable("concurrent changes exhausted the retries") from None
