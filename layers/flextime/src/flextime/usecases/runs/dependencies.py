"""What the steps of a run work with."""

from collections.abc import Callable
from typing import Protocol

from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.run import Run
from flextime.usecases.ports import Clock, Revisions, Store
from flextime.usecases.request_context import RequestContext
from flextime.usecases.runs.ports import RunFiles, RunFileStore


class RunDependencies(Protocol):
    """Read from the wired application."""

    @property
    def store(self) -> Store: ...

    @property
    def revisions(self) -> Revisions: ...

    @property
    def run_file_store(self) -> RunFileStore: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def new_id(self) -> Callable[[], str]: ...


def on_behalf_of_owner(
    dependencies: RunDependencies, tenant: TenantId, run: Run
) -> RequestContext:
    """A step of a run speaks for whoever asked for the run, under that request's id."""
    return RequestContext(
        tenant=tenant,
        user=run.owner,
        email=run.owner_email,
        correlation_id=run.correlation_id or run.id,
        at=dependencies.clock.now(),
        new_id=dependencies.new_id,
    )


def files_of(dependencies: RunDependencies, tenant: TenantId, run: RunId) -> RunFiles:
    return dependencies.run_file_store.files(tenant, run)
