"""The worker processes of a portfolio, their pipes and their common stop."""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Self

from flextime_solver.observer import Observer, Snapshot
from flextime_solver.result import SolveResult
from flextime_solver.runtime.best_snapshot import BestSnapshot
from flextime_solver.runtime.worker import WorkerTask, run_worker

_POLL_S = 0.25


class WorkerPool:
    """Starts one process for each task; within ``with``, all end when it is left."""

    def __init__(self, tasks: Sequence[WorkerTask]) -> None:
        context = get_context("spawn")
        self._stopped = context.Event()
        self._processes: dict[Connection, SpawnProcess] = {}
        for number, task in enumerate(tasks):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(
                target=run_worker,
                args=(task, sender, self._stopped),
                name=f"worker-{number}",
                daemon=True,
            )
            process.start()
            sender.close()
            self._processes[receiver] = process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for process in self._processes.values():
            if process.is_alive():
                process.terminate()
            process.join()

    def gather(
        self, observer: Observer, stop_requested: Callable[[], bool]
    ) -> list[SolveResult]:
        """Wait for all workers and return the results of those that did not crash.

        Parameters
        ----------
        observer
            Receives the best incumbent and the highest bound of all workers.
        stop_requested
            Called a few times a second; once it returns true, all workers stop.
        """
        results: list[SolveResult] = []
        open_pipes = set(self._processes)
        best = BestSnapshot()
        while open_pipes:
            if stop_requested():
                self._stopped.set()
            ready = set(wait(list(open_pipes), timeout=_POLL_S))
            for pipe in open_pipes & ready:
                message = _receive(pipe)
                if isinstance(message, Snapshot):
                    improved = best.update(message)
                    if improved is not None:
                        observer.observe(improved)
                    continue
                open_pipes.discard(pipe)
                if message is not None:
                    results.append(message)
        return results


def _receive(pipe: Connection) -> Snapshot | SolveResult | None:
    """Return a worker's next message; None when it has crashed."""
    try:
        message: Snapshot | SolveResult = pipe.recv()
    except EOFError:
        return None
    return message
