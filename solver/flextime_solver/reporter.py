"""Reports a solve to its observer without slowing it down, and records its trace."""

from dataclasses import replace
from time import monotonic

from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiled_league import HARD, LOCK, TRAVEL
from flextime_solver.observer import Observer, Snapshot
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.solution.conversion import schedule_of

_MIN_PAUSE_S = 0.25
"""Converting a schedule takes a millisecond: too long for every improvement."""


class Reporter:
    """Turns the state of a search into snapshots. Its clock never steers the search.

    Attributes
    ----------
    bound
        The highest proven lower bound in points, as shown in every snapshot.
    trace
        Snapshots at which the incumbent had improved, without the schedules.
    """

    def __init__(self, instance: Instance, observer: Observer) -> None:
        self._instance = instance
        self._observer = observer
        self._start = monotonic()
        self._reported_at_s = -_MIN_PAUSE_S
        self._reported_rank: tuple[int, int] | None = None
        self.bound: float | None = None
        self.trace: list[Snapshot] = []

    @property
    def elapsed_s(self) -> float:
        """Wall time since the solve began, in seconds."""
        return monotonic() - self._start

    def report(self, search: LocalSearch, phase: str, *, at_once: bool = False) -> None:
        """Report the incumbent of a search.

        Parameters
        ----------
        at_once
            Report even if the last report is less than a quarter of a second old.
        """
        elapsed_s = self.elapsed_s
        if elapsed_s - self._reported_at_s < _MIN_PAUSE_S and not at_once:
            return
        self._reported_at_s = elapsed_s
        rank = search.best_rank
        total = search.best_total
        snapshot = Snapshot(
            elapsed_s=elapsed_s,
            phase=phase,
            infeasibility=total[HARD] + total[LOCK],
            objective=rank[1] / 1000,
            travel_m=total[TRAVEL],
            bound=self.bound,
        )
        if rank != self._reported_rank:
            self._reported_rank = rank
            self.trace.append(snapshot)
            # A schedule that breaks a lock must not be shown to anybody.
            if total[LOCK] == 0:
                schedule = schedule_of(self._instance, search.best_games)
                snapshot = replace(snapshot, incumbent=schedule)
        self._observer.observe(snapshot)
