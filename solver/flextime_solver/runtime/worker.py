"""One worker process of a portfolio, from its task to its result."""

import os
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from flextime.domain.runs.attempts import Instance
from flextime_solver.observer import Snapshot
from flextime_solver.params import SolveParams
from flextime_solver.runtime.process_incumbent import ProcessIncumbent
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, MaxRuntime, Requested


@dataclass(frozen=True)
class WorkerTask:
    """What a worker process is started with.

    Attributes
    ----------
    time_limit_s
        Wall time in seconds from the start of the worker's search.
    shared_incumbent
        The incumbent that it shares with the other workers.
    """

    instance: Instance
    params: SolveParams
    seed: int
    time_limit_s: float
    shared_incumbent: ProcessIncumbent


class PipeObserver:
    """Sends every snapshot through a pipe."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def observe(self, snapshot: Snapshot) -> None:
        """Send a snapshot."""
        self._pipe.send(snapshot)


def run_worker(task: WorkerTask, pipe: Connection, stopped: Event) -> None:
    """Solve the task in this process; send snapshots and at last the `SolveResult`."""
    # HiGHS prints a banner on standard output, which belongs to the parent process.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # Ctrl-C reaches all processes of a terminal, but only the parent decides to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop = FirstOf(MaxRuntime(task.time_limit_s), Requested(stopped.is_set))
    result = solve(
        task.instance,
        task.params,
        stop,
        task.seed,
        PipeObserver(pipe),
        task.shared_incumbent,
    )
    pipe.send(result)
    pipe.close()
