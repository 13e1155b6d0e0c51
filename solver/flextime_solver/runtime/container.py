"""The solver task: loads its attempt, solves it, leaves the best behind.

Progress and incumbents are written by a thread of their own, so that a slow store
does not slow the search; what is newest is always written before the task ends. What
other attempts of the run write is read by another (`run_elite`).
"""

import logging
from threading import Condition, Event, Thread
from typing import Self

from flextime.domain.runs.attempts import AttemptParameters, AttemptResult, Progress
from flextime.domain.schedules.games import Schedule
from flextime.usecases.runs.ports import AttemptFiles, AttemptPeers
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.attempt import attempt, progress_of
from flextime_solver.runtime.proven_bound import told_by_another
from flextime_solver.runtime.run_incumbent import RunIncumbent

_LOGGER = logging.getLogger(__name__)

WRITE_PAUSE_S = 1.0
STOP_POLL_S = 2.0


def run_attempt(
    files: AttemptFiles, peers: AttemptPeers, stopped: Event
) -> AttemptResult:
    """Solve the attempt in `files`; its result is written last.

    Raises
    ------
    ResultRejected
        If the checker does not uphold the result: nothing is stored as one.
    """
    instance, parameters = files.load()
    with (
        _Writer(files, parameters) as writer,
        _StopWatch(files, stopped),
        RunIncumbent(peers, instance) as shared_incumbent,
    ):
        result = attempt(instance, parameters, stopped, writer, shared_incumbent)
        result = told_by_another(result, shared_incumbent.bound())
    files.save_result(result)
    return result


class _Writer:
    """Writes the newest progress and incumbent, at most once a second."""

    def __init__(self, files: AttemptFiles, parameters: AttemptParameters) -> None:
        self._files = files
        self._parameters = parameters
        self._news = Condition()
        self._progress: Progress | None = None
        self._incumbent: Schedule | None = None
        self._over = Event()
        self._thread = Thread(target=self._write_until_over, name="writer")

    def observe(self, snapshot: Snapshot) -> None:
        with self._news:
            self._progress = progress_of(self._parameters.attempt, snapshot)
            self._incumbent = snapshot.incumbent or self._incumbent

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()
        self._write()

    def _write_until_over(self) -> None:
        while not self._over.wait(WRITE_PAUSE_S):
            try:
                self._write()
            except Exception:  # the search goes on, the next write is a second away
                _LOGGER.exception("the attempt's progress could not be written")

    def _write(self) -> None:
        with self._news:
            progress, self._progress = self._progress, None
            incumbent, self._incumbent = self._incumbent, None
        if incumbent is not None:
            self._files.save_incumbent(incumbent)
        if progress is not None:
            self._files.save_progress(progress)


class _StopWatch:
    """Sets `stopped` when the run's owner asks for it."""

    def __init__(self, files: AttemptFiles, stopped: Event) -> None:
        self._files = files
        self._stopped = stopped
        self._over = Event()
        self._thread = Thread(target=self._watch, name="stop-watch")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(STOP_POLL_S):
            try:
                if self._files.stop_requested():
                    self._stopped.set()
                    return
            except Exception:  # asked again in two seconds
                _LOGGER.exception("whether to stop could not be read")
