"""What a run needs from outside: the files that its parts leave for each other."""

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
    """The files of a run, as the workflow and the API see them."""

    def save_instance(
        self, instance: Instance, parameters: Sequence[AttemptParameters]
    ) -> None: ...

    def instance(self) -> Instance: ...

    def progress(self) -> tuple[Progress, ...]:
        """The newest of each attempt that has begun."""
        ...

    def results(self) -> tuple[AttemptResult | tuple[AttemptId, Schedule], ...]:
        """Of each attempt its result; of a try that was interrupted, what it had."""
        ...

    def request_stop(self) -> None: ...


class RunFileStore(Protocol):
    """Where the files of runs are."""

    def files(self, tenant: TenantId, run: RunId) -> RunFiles: ...


class AttemptFiles(Protocol):
    """The files of one attempt, as the solver task sees them."""

    def load(self) -> tuple[Instance, AttemptParameters]: ...

    def stop_requested(self) -> bool: ...

    def save_progress(self, progress: Progress) -> None: ...

    def save_incumbent(self, schedule: Schedule) -> None: ...

    def save_result(self, result: AttemptResult) -> None: ...


class AttemptPeers(Protocol):
    """What attempts of a run have left for each other, as one of them sees it.

    Others may be at work, dead, or not begun: what cannot be read is left out.
    """

    def interrupted_incumbents(self) -> tuple[Schedule, ...]:
        """What interrupted tries of this very attempt had found."""
        ...

    def new_incumbents(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        """What others have found, where it is new since it was asked for last."""
        ...

    def best_bound(self) -> float | None:
        """The highest bound, in points, that any other says it has proven."""
        ...
