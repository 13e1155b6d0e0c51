"""Stopping criteria: the only clocks that a search reads.

As in PyVRP, a criterion is a small object of its own. It returns the share of the
budget that is used, so that an anneal can also follow it.
"""

from collections.abc import Callable
from math import inf
from time import monotonic
from typing import Protocol


class StoppingCriterion(Protocol):
    """Decides when a solve ends."""

    def used(self, moves: int) -> float:
        """Share of the budget used after `moves` moves; the solve ends at 1."""
        ...

    def remaining_s(self) -> float:
        """Remaining wall time in seconds; infinite where time does not count."""
        ...


class MaxRuntime:
    """Stops after a wall time, from the creation of the criterion.

    Parameters
    ----------
    seconds
        Greater than 0.

    Raises
    ------
    ValueError
        If `seconds` is not greater than 0.
    """

    def __init__(self, seconds: float) -> None:
        if seconds <= 0:
            raise ValueError("seconds must be greater than 0")
        self._seconds = seconds
        self._start = monotonic()

    def used(self, moves: int) -> float:
        """Share of the runtime that has passed."""
        del moves
        return (monotonic() - self._start) / self._seconds

    def remaining_s(self) -> float:
        """Remaining runtime in seconds."""
        return max(0.0, self._seconds - (monotonic() - self._start))


class MaxIterations:
    """Stops after a number of moves, which is the same on every machine.

    Parameters
    ----------
    moves
        Greater than 0.

    Raises
    ------
    ValueError
        If `moves` is not greater than 0.
    """

    def __init__(self, moves: int) -> None:
        if moves <= 0:
            raise ValueError("moves must be greater than 0")
        self._moves = moves

    def used(self, moves: int) -> float:
        """Share of the moves that have been made."""
        return moves / self._moves

    def remaining_s(self) -> float:
        """Return infinity: time does not count."""
        return inf


class Requested:
    """Stops as soon as `requested` returns true."""

    def __init__(self, requested: Callable[[], bool]) -> None:
        self._requested = requested

    def used(self, moves: int) -> float:
        """Return 1 if a stop is requested, else 0."""
        del moves
        return 1.0 if self._requested() else 0.0

    def remaining_s(self) -> float:
        """Return 0 if a stop is requested, else infinity."""
        return 0.0 if self._requested() else inf


class FirstOf:
    """Stops with the first of several criteria."""

    def __init__(self, *criteria: StoppingCriterion) -> None:
        self._criteria = criteria

    def used(self, moves: int) -> float:
        """Highest share used of any criterion."""
        return max(criterion.used(moves) for criterion in self._criteria)

    def remaining_s(self) -> float:
        """Lowest remaining time of any criterion, in seconds."""
        return min(criterion.remaining_s() for criterion in self._criteria)
