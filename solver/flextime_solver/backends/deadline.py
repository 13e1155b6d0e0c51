"""Deadlines in wall time, shared by the steps of one computation."""

import time
from dataclasses import replace

from flextime_solver.backends.params import MipParams


class Deadline:
    """A point in wall time, given as seconds from now.

    Parameters
    ----------
    time_limit_s
        Seconds from the construction of the deadline to its end.
    """

    def __init__(self, time_limit_s: float) -> None:
        self._end_s = time.monotonic() + time_limit_s

    @property
    def remaining_s(self) -> float:
        """Seconds until the deadline; 0 after it."""
        return max(0.0, self._end_s - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self.remaining_s <= 0

    def capped(self, seconds: float) -> "Deadline":
        """Return the earlier of this deadline and one in `seconds` from now."""
        return Deadline(min(seconds, self.remaining_s))

    def share(self, share: float) -> "Deadline":
        """Return a deadline after a share (0 to 1) of the remaining time."""
        return Deadline(share * self.remaining_s)

    def limit(self, params: MipParams | None = None) -> MipParams | None:
        """Return parameters limited to the remaining time; None after the deadline."""
        remaining_s = self.remaining_s
        if remaining_s <= 0:
            return None
        return replace(params or MipParams(), time_limit_s=remaining_s)
