"""What the use cases of runs need from the application."""

from collections.abc import Callable
from typing import Protocol

from flextime.domain.ids import TenantId
from flextime.domain.runs.run import Run
from flextime.usecases.ports import Clock, Revisions, Store, Workflow
from flextime.usecases.request_context import RequestContext
from flextime.usecases.retry import Retry
from flextime.usecases.runs.ports import RunFileStore


class RunRequestDependencies(Protocol):
    """What is needed to request, watch and cancel runs."""

    @property
    def store(self) -> Store:
        """Where runs and schedules are stored."""
        ...

    @property
    def run_file_store(self) -> RunFileStore:
        """Where the files of runs are stored."""
        ...

    @property
    def workflow(self) -> Workflow:
        """The engine that carries out runs."""
        ...

    @property
    def retry(self) -> Retry:
        """How to retry after a concurrent change."""
        ...


class RunDependencies(Protocol):
    """What the steps of the workflow need."""

    @property
    def store(self) -> Store:
        """Where runs and schedules are stored."""
        ...

    @property
    def revisions(self) -> Revisions:
        """Where the games of each revision are stored."""
        ...

    @property
    def run_file_store(self) -> RunFileStore:
        """Where the files of runs are stored."""
        ...

    @property
    def clock(self) -> Clock:
        """The current time."""
        ...

    @property
    def new_id(self) -> Callable[[], str]:
        """Returns a new unique identifier each time."""
        ...

    @property
    def retry(self) -> Retry:
        """How to retry after a concurrent change."""
        ...


def context_of_owner(
    dependencies: RunDependencies, tenant: TenantId, run: Run
) -> RequestContext:
    """Return the context in which a step acts: the owner's, with the run's request."""
    return RequestContext(
        tenant=tenant,
        user=run.owner,
        email=run.owner_email,
        correlation_id=run.correlation_id or run.id,
        at=dependencies.clock.now(),
        new_id=dependencies.new_id,
    )
