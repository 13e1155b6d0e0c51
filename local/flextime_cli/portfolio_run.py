"""Run the solver's portfolio on this machine and show its progress."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedules.games import Schedule
from flextime_cli.progress import Show
from flextime_cli.quiet_stdout import stdout_reserved
from flextime_cli.search_options import SearchOptions
from flextime_cli.signals import stop_asked_for
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.portfolio import solve_with_workers
from flextime_solver.runtime.solve_attempt import progress_of
from flextime_solver.runtime.warm_up import warm_up

_BEST = AttemptId("best")
_KEEP_EVERY_S = 1.0
"""To score and write a large schedule may take a tenth of that."""

type Keep = Callable[[Schedule], None]
"""Puts a schedule where it survives this process."""


@dataclass(slots=True)
class _Newest:
    """The best snapshot of all workers; saves better schedules at a limited rate."""

    _progress: Progress
    _keep: Keep
    _unkept: Schedule | None = None
    _kept_at_s: float = -_KEEP_EVERY_S

    def observe(self, snapshot: Snapshot) -> None:
        self._progress = progress_of(_BEST, snapshot)
        self._unkept = snapshot.incumbent or self._unkept

    def keep_at(self, elapsed_s: float) -> None:
        """Save a new schedule, unless one was saved less than a second ago."""
        if self._unkept and elapsed_s >= self._kept_at_s + _KEEP_EVERY_S:
            self._keep(self._unkept)
            self._unkept, self._kept_at_s = None, elapsed_s

    def at(self, elapsed_s: float) -> Progress:
        return replace(self._progress, elapsed_s=elapsed_s)


def search(
    instance: Instance, options: SearchOptions, show: Show, keep: Keep
) -> AttemptResult:
    """Search with several workers until time is over or the user stops it.

    `keep` receives the best schedule about once a second, so that it survives
    whatever ends this process.
    """
    show("compiling the search, where that is not done yet", ())
    with stdout_reserved():
        warm_up()
    parameters = AttemptParameters(
        attempt=_BEST, time_limit_s=options.seconds, seed=options.seed
    )
    newest = _Newest(Progress(attempt=_BEST, elapsed_s=0.0, phase="construct"), keep)
    begin_s = monotonic()
    with stdout_reserved(), stop_asked_for() as asked:

        def look() -> bool:
            stopping = asked()
            status = "stopping, the best is kept" if stopping else "searching"
            elapsed_s = monotonic() - begin_s
            newest.keep_at(elapsed_s)
            show(status, (newest.at(elapsed_s),))
            return stopping

        return solve_with_workers(
            instance, parameters, options.workers, newest, look, options.strategies
        )
