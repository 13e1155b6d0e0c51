"""What use cases need from outside, as small protocols beside their users."""

from typing import Protocol

from flextime.domain.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedule import Schedule


class AttemptFiles(Protocol):
    """The files of one attempt, as the solver task sees them."""

    def load(self) -> tuple[Instance, AttemptParameters]: ...

    def stop_requested(self) -> bool: ...

    def save_progress(self, progress: Progress) -> None: ...

    def save_incumbent(self, schedule: Schedule) -> None: ...

    def save_result(self, result: AttemptResult) -> None: ...
