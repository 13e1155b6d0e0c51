"""The interface of every phase of a solve."""

from typing import Protocol

from flextime_solver.phases.context import SearchContext


class Phase(Protocol):
    """One phase of a solve."""

    def run(self, context: SearchContext) -> None:
        """Improve the incumbent or the bound of `context` within its budget."""
        ...
