"""The files through which the parts of a run exchange data, as protocols."""

from collections.abc import Sequence
from typing import Protocol

from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedules.games import Schedule


class RunFiles(Protocol):
    """The files of one run, as the workflow and the API use them."""

    def save_instance(
        self, instance: Instance, parameters: Sequence[AttemptParameters]
    ) -> None:
        """Write the instance and the parameters of each attempt."""
        ...

    def instance(self) -> Instance:
        """Read the instance; raise `NotFound` if the run was never prepared."""
        ...

    def progress(self) -> tuple[Progress, ...]:
        """Read the latest progress of each attempt that has reported any."""
        ...

    def results(self) -> tuple[AttemptResult | tuple[AttemptId, Schedule], ...]:
        """Read the result of each attempt, and incumbents of interrupted executions."""
        ...

    def request_stop(self) -> None:
        """Ask all attempts to stop and to record their incumbent."""
        ...


class RunFileStore(Protocol):
    """The storage of the files of all runs."""

    def files(self, tenant: TenantId, run: RunId) -> RunFiles:
        """Return the files of one run, which need not exist yet."""
        ...


class AttemptFiles(Protocol):
    """The files of one attempt, as its solver task uses them."""

    def load(self) -> tuple[Instance, AttemptParameters]:
        """Begin the attempt; raise `NotFound` if it was never prepared."""
        ...

    def stop_requested(self) -> bool:
        """Whether the run has been cancelled."""
        ...

    def save_progress(self, progress: Progress) -> None:
        """Replace the attempt's progress."""
        ...

    def save_incumbent(self, schedule: Schedule) -> None:
        """Replace the attempt's best schedule so far."""
        ...

    def save_result(self, result: AttemptResult) -> None:
        """Write the result with which the attempt ends."""
        ...


class AttemptPeers(Protocol):
    """What the other attempts of a run have written, as one attempt sees it.

    The others may be running, crashed or not started; unreadable files are ignored.
    """

    def interrupted_incumbents(self) -> tuple[Schedule, ...]:
        """Read the incumbents of interrupted executions of this same attempt."""
        ...

    def new_incumbents(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        """Read the incumbents of other attempts that changed since the last call."""
        ...

    def best_bound(self) -> float | None:
        """Return the highest lower bound, in points, that another has proven."""
        ...
