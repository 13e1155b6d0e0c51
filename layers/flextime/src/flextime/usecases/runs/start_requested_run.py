"""Start the run of an `optimization.started` event from the outbox."""

from typing import Protocol

from flextime.domain.events import OptimizationStarted
from flextime.domain.ids import RunId
from flextime.usecases.ports import OutboxEvent, Workflow


class StartDependencies(Protocol):
    """What is needed to start a run."""

    @property
    def workflow(self) -> Workflow:
        """The engine that carries out runs, accessed only if there is one to start."""
        ...


def start_requested_run(dependencies: StartDependencies, event: OutboxEvent) -> bool:
    """Start the run that was requested with `event`; return False for other events.

    The request has already tried to start the run. The event repeats that until it
    succeeds, so that a run is started even if the workflow could not be reached then.

    Raises
    ------
    Unavailable
        The workflow cannot be reached; deliver the event again later.
    """
    if event.event_type != OptimizationStarted.event_type:
        return False
    dependencies.workflow.start(event.tenant, RunId(event.aggregate_id))
    return True
