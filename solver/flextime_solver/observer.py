"""Observers of a solve, and the snapshots that they are shown."""

from dataclasses import dataclass
from typing import Protocol

from flextime.domain.schedules.games import Schedule


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The state of a solve at one moment.

    Attributes
    ----------
    elapsed_s
        Wall time since the solve began, in seconds.
    phase
        ``construct``, ``bound``, ``search`` or ``neighbourhoods``.
    infeasibility
        Weighted deviation of the incumbent from hard constraints and locks.
    objective
        Objective of the incumbent, in points.
    travel_m
        Travel of all teams in the incumbent, in metres.
    bound
        The highest proven lower bound, in points; None while there is none.
    incumbent
        The incumbent if it has improved since the last snapshot, else None.
    """

    elapsed_s: float
    phase: str
    infeasibility: int
    objective: float
    travel_m: int
    bound: float | None = None
    incumbent: Schedule | None = None


class Observer(Protocol):
    """Follows a solve; implementations must return quickly."""

    def observe(self, snapshot: Snapshot) -> None:
        """Receive a snapshot, at most a few times a second."""
        ...


class NullObserver:
    """Ignores every snapshot."""

    def observe(self, snapshot: Snapshot) -> None:
        """Do nothing."""
        del snapshot
