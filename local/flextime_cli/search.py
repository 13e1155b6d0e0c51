"""The solver's portfolio on this machine, shown while it works."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic

from flextime.domain.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.ids import AttemptId
from flextime_cli.interruption import stop_asked_for
from flextime_cli.progress import Show
from flextime_solver.attempt import progress_of
from flextime_solver.observer import Moment
from flextime_solver.portfolio import solve_with_workers
from flextime_solver.warm_up import warm_up

_BEST = AttemptId("best")


@dataclass(slots=True)
class _Newest:
    """The best moment of all workers."""

    _progress: Progress

    def observe(self, moment: Moment) -> None:
        self._progress = progress_of(_BEST, moment)

    def at(self, elapsed_s: float) -> Progress:
        return replace(self._progress, elapsed_s=elapsed_s)


@contextmanager
def _answer_kept_clean() -> Iterator[None]:
    """HiGHS greets on standard output, where a command's answer goes: not here."""
    sys.stdout.flush()
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(answer, 1)
        os.close(answer)


def search(
    instance: Instance, seconds: float, seed: int, workers: int, show: Show
) -> AttemptResult:
    """Search side by side until time is over or the user wants no more."""
    show("compiling the search, where that is not done yet", ())
    with _answer_kept_clean():
        warm_up()
    parameters = AttemptParameters(attempt=_BEST, time_limit_s=seconds, seed=seed)
    newest = _Newest(Progress(attempt=_BEST, elapsed_s=0.0, phase="construct"))
    begin_s = monotonic()
    with _answer_kept_clean(), stop_asked_for() as asked:

        def look() -> bool:
            stopping = asked()
            status = "stopping, the best is kept" if stopping else "searching"
            show(status, (newest.at(monotonic() - begin_s),))
            return stopping

        return solve_with_workers(instance, parameters, workers, newest, look)
