"""What the steps of a run work with."""

from collections.abc import Callable
from typing import Protocol

from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.run import Run
from flextime.usecases.ports import Clock, Revisions, Store
from flextime.usecases.request_context import Call
from flextime.usecases.runs.ports import RunFiles, RunRoom


class RunParts(Protocol):
    """Read from the wired application."""

    @property
    def store(self) -> Store: ...

    @property
    def revisions(self) -> Revisions: ...

    @property
    def run_room(self) -> RunRoom: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def new_id(self) -> Callable[[], str]: ...


def on_behalf_of_owner(parts: RunParts, tenant: TenantId, run: Run) -> Call:
    """A step of a run speaks for whoever asked for the run, under that request's id."""
    return Call(
        tenant=tenant,
        user=run.owner,
        email=run.owner_email,
        correlation_id=run.correlation_id or run.id,
        at=parts.clock.now(),
        new_id=parts.new_id,
    )


def files_of(parts: RunParts, tenant: TenantId, run: RunId) -> RunFiles:
    return parts.run_room.files(tenant, run)
