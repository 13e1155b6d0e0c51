"""What the use cases of schedules need from the application."""

from typing import Protocol

from flextime.usecases.ports import Revisions, Store
from flextime.usecases.retry import Retry


class ScheduleDependencies(Protocol):
    """The store of schedules, the storage of their revisions, the retry policy."""

    @property
    def store(self) -> Store:
        """Where schedules and leagues are stored."""
        ...

    @property
    def revisions(self) -> Revisions:
        """Where the games of each revision are stored."""
        ...

    @property
    def retry(self) -> Retry:
        """How to retry after a concurrent change."""
        ...
