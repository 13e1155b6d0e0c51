"""What a search tells while it runs."""

from dataclasses import dataclass
from typing import Protocol

from flextime.domain.schedules.games import Schedule


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Where a search stands.

    Attributes
    ----------
    elapsed_s
        Since the search began.
    phase
        ``construct``, ``search``, ``neighbourhoods`` or ``bound``.
    infeasibility, objective, travel_m
        Of the incumbent; objective and bound in points.
    incumbent
        The best schedule, if it is better than at the last moment.
    """

    elapsed_s: float
    phase: str
    infeasibility: int
    objective: float
    travel_m: int
    bound: float | None = None
    incumbent: Schedule | None = None


class Observer(Protocol):
    def observe(self, snapshot: Snapshot) -> None: ...


class NullObserver:
    """For callers that wait for the result."""

    def observe(self, snapshot: Snapshot) -> None:
        del snapshot
