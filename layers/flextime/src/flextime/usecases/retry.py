"""Bounded retries with exponential backoff and jitter."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flextime.domain.errors import StaleVersion


@dataclass(frozen=True, slots=True)
class Retry:
    """How often an operation is tried, and how long to wait between two attempts.

    The delay doubles with each attempt up to a maximum, and a random factor between
    0.5 and 1 spreads callers that collided.

    Attributes
    ----------
    max_attempts
        Number of calls, the first one included.
    first_delay_s, max_delay_s
        Upper limits of the first and of any delay, in seconds.
    sleep
        Waits for a number of seconds; replaced in tests.
    """

    max_attempts: int = 5
    first_delay_s: float = 0.02
    max_delay_s: float = 0.5
    sleep: Callable[[float], object] = time.sleep

    def call[T](
        self,
        operation: Callable[[], T],
        on: type[Exception] = StaleVersion,
        max_attempts: int | None = None,
    ) -> T:
        """Return what `operation` returns, calling it again while it raises `on`.

        Parameters
        ----------
        operation
            Reads anew whatever it depends on each time it is called.
        on
            The transient error.
        max_attempts
            Instead of the policy's own.

        Raises
        ------
        Exception
            The error `on` of the last attempt, without waiting after it; any other
            error at once.
        """
        for delay_s in self._delays_s(max_attempts or self.max_attempts):
            try:
                return operation()
            except on:
                self.sleep(delay_s)
        return operation()

    def _delays_s(self, attempts: int) -> Iterator[float]:
        for number in range(attempts - 1):
            ceiling_s = min(self.first_delay_s * 2**number, self.max_delay_s)
            yield ceiling_s * random.uniform(0.5, 1)  # noqa: S311 - no secret
