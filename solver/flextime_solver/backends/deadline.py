"""How much of a wall time is left."""

import time

from flextime_solver.backends.outcome import ExactParams


class Deadline:
    """The end of so many seconds from now."""

    def __init__(self, time_limit_s: float) -> None:
        self._ends = time.monotonic() + time_limit_s

    @property
    def left_s(self) -> float:
        return max(0.0, self._ends - time.monotonic())

    def at_most(self, seconds: float) -> "Deadline":
        """The same, or so many seconds from now if that is sooner."""
        return Deadline(min(seconds, self.left_s))

    def share(self, share: float) -> "Deadline":
        """A part of what is left, from now."""
        return Deadline(share * self.left_s)

    def params(self) -> ExactParams | None:
        """For a solver in what is left, None when that is nothing."""
        left_s = self.left_s
        return ExactParams(time_limit_s=left_s) if left_s > 0 else None
