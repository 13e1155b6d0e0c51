"""The solver task: load an attempt's files, solve it and store the result.

A thread of its own writes progress and incumbents, so that a slow store does not slow
the search; the newest are always written before the task ends. Another thread reads
the incumbents of the run's other attempts (`run_incumbent`).
"""

import logging
from threading import Event, Lock, Thread
from typing import Self

from flextime.domain.runs.attempts import AttemptParameters, AttemptResult, Progress
from flextime.domain.schedules.games import Schedule
from flextime.usecases.runs.ports import AttemptFiles, AttemptPeers
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.peer_bound import with_peer_bound
from flextime_solver.runtime.run_incumbent import RunIncumbent
from flextime_solver.runtime.solve_attempt import progress_of, solve_attempt

_LOGGER = logging.getLogger(__name__)

WRITE_PAUSE_S = 1.0
STOP_POLL_S = 2.0


def run_attempt(
    files: AttemptFiles, peers: AttemptPeers, stopped: Event
) -> AttemptResult:
    """Solve the attempt in `files` and store its result, which is written last.

    Parameters
    ----------
    peers
        Incumbents and bounds of the run's other attempts.
    stopped
        Ends the search when it is set; it is also set when the run's owner asks.

    Raises
    ------
    ResultRejected
        If the checker does not confirm the result; then no result is stored.
    """
    instance, parameters = files.load()
    with (
        _ProgressWriter(files, parameters) as writer,
        _StopPoller(files, stopped),
        RunIncumbent(peers, instance) as shared_incumbent,
    ):
        result = solve_attempt(instance, parameters, stopped, writer, shared_incumbent)
        result = with_peer_bound(result, shared_incumbent.bound())
    files.save_result(result)
    return result


class _ProgressWriter:
    """Writes the newest progress and incumbent, at most once a second."""

    def __init__(self, files: AttemptFiles, parameters: AttemptParameters) -> None:
        self._files = files
        self._parameters = parameters
        self._lock = Lock()
        self._progress: Progress | None = None
        self._incumbent: Schedule | None = None
        self._closed = Event()
        self._thread = Thread(target=self._write_until_closed, name="progress-writer")

    def observe(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._progress = progress_of(self._parameters.attempt, snapshot)
            self._incumbent = snapshot.incumbent or self._incumbent

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        self._thread.join()
        self._write()

    def _write_until_closed(self) -> None:
        while not self._closed.wait(WRITE_PAUSE_S):
            try:
                self._write()
            except Exception:  # the search continues; the next write is a second away
                _LOGGER.exception("the attempt's progress could not be written")

    def _write(self) -> None:
        with self._lock:
            progress, self._progress = self._progress, None
            incumbent, self._incumbent = self._incumbent, None
        if incumbent is not None:
            self._files.save_incumbent(incumbent)
        if progress is not None:
            self._files.save_progress(progress)


class _StopPoller:
    """Sets `stopped` when the run's owner asks for it."""

    def __init__(self, files: AttemptFiles, stopped: Event) -> None:
        self._files = files
        self._stopped = stopped
        self._closed = Event()
        self._thread = Thread(target=self._poll_until_closed, name="stop-poller")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        self._thread.join()

    def _poll_until_closed(self) -> None:
        while not self._closed.wait(STOP_POLL_S):
            try:
                if self._files.stop_requested():
                    self._stopped.set()
                    return
            except Exception:  # asked again two seconds later
                _LOGGER.exception("whether to stop could not be read")
