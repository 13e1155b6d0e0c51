"""Tells the observer, and keeps the trace, without holding the search up."""

from dataclasses import replace
from time import monotonic

from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiled_league import HARD, LOCK, TRAVEL
from flextime_solver.observer import Observer, Snapshot
from flextime_solver.search.local_search import Annealing
from flextime_solver.solution.conversion import schedule_of

_MIN_PAUSE_S = 0.25
"""Writing a schedule out takes a millisecond: not after every better move."""


class Reporter:
    """Turns a search's best into moments. Its clock decides nothing in the search."""

    def __init__(self, instance: Instance, observer: Observer) -> None:
        self._instance = instance
        self._observer = observer
        self._start = monotonic()
        self._told_at = -_MIN_PAUSE_S
        self._told_rank: tuple[int, int] | None = None
        self.bound: float | None = None
        self.trace: list[Snapshot] = []

    @property
    def elapsed_s(self) -> float:
        return monotonic() - self._start

    def tell(self, search: Annealing, phase: str, *, at_once: bool = False) -> None:
        """Tell where the search stands, unless it was told a moment ago."""
        elapsed_s = self.elapsed_s
        if elapsed_s - self._told_at < _MIN_PAUSE_S and not at_once:
            return
        self._told_at = elapsed_s
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
        if rank != self._told_rank:
            self._told_rank = rank
            self.trace.append(snapshot)
            # What breaks a lock is no schedule that anybody may be given.
            if total[LOCK] == 0:
                schedule = schedule_of(self._instance, search.best_games)
                snapshot = replace(snapshot, incumbent=schedule)
        self._observer.observe(snapshot)
