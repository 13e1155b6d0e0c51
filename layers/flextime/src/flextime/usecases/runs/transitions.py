"""How a run goes from one status to the next, and never back."""

from collections.abc import Callable
from dataclasses import replace

from flextime.domain.errors import StaleVersion, Unavailable
from flextime.domain.events import OptimizationProgressed
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.dependencies import RunDependencies, on_behalf_of_owner
from flextime.usecases.transaction import Save, Transaction

_TRIES = 5
_ORDER = list(RunStatus)


def advance_to(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, status: RunStatus
) -> Run:
    """The run in `status`, or further if it was."""

    def step() -> Run:
        run = dependencies.store.load(tenant, Run, run_id)
        if _ORDER.index(run.value.status) >= _ORDER.index(status):
            return run.value
        there = replace(run.value, status=status)
        progressed = OptimizationProgressed(schedule=there.schedule, status=status)
        context = on_behalf_of_owner(dependencies, tenant, there)
        dependencies.store.commit(
            Transaction(
                tenant,
                (Save(there, run.version),),
                (context.event(run_id, run.version + 1, progressed),),
            )
        )
        return there

    return again_when_stale(step)


def again_when_stale[T](step: Callable[[], T]) -> T:
    """Do a step; once more when somebody else changed what it had read.

    Raises
    ------
    Unavailable
        When that happens every time: the workflow tries again later.
    """
    for _ in range(_TRIES):
        try:
            return step()
        except StaleVersion:
            continue
    raise Unavailable("others keep changing what this step works on")
