"""When a search ends: the only clock it looks at, and the only one it may.

As in PyVRP, a criterion is a small object of its own. It answers with the share of
its budget that is used, so that a search can also cool down by it.
"""

from collections.abc import Callable
from math import inf
from time import monotonic
from typing import Protocol


class StoppingCriterion(Protocol):
    def used(self, moves: int) -> float:
        """Share of the budget used after `moves` moves; at 1 the search ends."""
        ...

    def remaining_s(self) -> float:
        """Wall time left; infinite where time does not count."""
        ...


class MaxRuntime:
    """Ends after so many seconds of wall time, from when the criterion was made."""

    def __init__(self, seconds: float) -> None:
        if seconds <= 0:
            raise ValueError("seconds must be greater than 0")
        self._seconds = seconds
        self._start = monotonic()

    def used(self, moves: int) -> float:
        del moves
        return (monotonic() - self._start) / self._seconds

    def remaining_s(self) -> float:
        return max(0.0, self._seconds - (monotonic() - self._start))


class MaxIterations:
    """Ends after so many moves: the same moves on every machine."""

    def __init__(self, moves: int) -> None:
        if moves <= 0:
            raise ValueError("moves must be greater than 0")
        self._moves = moves

    def used(self, moves: int) -> float:
        return moves / self._moves

    def remaining_s(self) -> float:
        return inf


class Requested:
    """Ends as soon as somebody asks for it."""

    def __init__(self, requested: Callable[[], bool]) -> None:
        self._requested = requested

    def used(self, moves: int) -> float:
        del moves
        return 1.0 if self._requested() else 0.0

    def remaining_s(self) -> float:
        return 0.0 if self._requested() else inf


class FirstOf:
    """Ends with the first of several criteria."""

    def __init__(self, *criteria: StoppingCriterion) -> None:
        self._criteria = criteria

    def used(self, moves: int) -> float:
        return max(criterion.used(moves) for criterion in self._criteria)

    def remaining_s(self) -> float:
        return min(criterion.remaining_s() for criterion in self._criteria)
