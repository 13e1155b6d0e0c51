"""Several searches of one instance at once, in processes that share their best."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from typing import Self

import numpy as np

from flextime.domain.errors import FlexTimeError
from flextime.domain.runs.attempts import AttemptParameters, AttemptResult, Instance
from flextime.domain.runs.portfolio import plan_attempts
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import MAX_ROUNDS, MAX_TEAMS
from flextime_solver.observer import NullObserver, Observer, Snapshot
from flextime_solver.params import SolveParams
from flextime_solver.result import SolveResult
from flextime_solver.runtime.attempt import upheld
from flextime_solver.solution.shared_incumbent import Rank
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, MaxRuntime, Requested
from flextime_solver.strategies import params_of

_LOOK_S = 0.25
_LOCK_S = 1.0


class WorkersFailed(FlexTimeError):
    """Every process of a portfolio ended without a result."""


class ProcessIncumbent:
    """The best games of all processes, in memory that they share."""

    def __init__(self) -> None:
        context = get_context("spawn")
        most_games = MAX_TEAMS * MAX_ROUNDS // 2
        # rank, number of games, then home, away and slot of each
        self._shared = context.Array("q", 3 + 3 * most_games)
        self._shared[0] = -1

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        lock = self._shared.get_lock()
        # A worker that was killed in here must not hold up the others for ever.
        if not lock.acquire(timeout=_LOCK_S):
            return None
        try:
            return self._exchange(rank, games)
        finally:
            lock.release()

    def _exchange(self, rank: Rank, games: Ints) -> Ints | None:
        known = np.frombuffer(self._shared.get_obj(), dtype=np.int64)
        best = (int(known[0]), int(known[1]))
        if best[0] < 0 or rank < best:
            known[:3] = (*rank, len(games))
            known[3 : 3 + games.size] = games.ravel()
            return None
        if best == rank:
            return None
        return known[3 : 3 + 3 * int(known[2])].reshape(-1, 3).copy()


def solve_with_workers(
    instance: Instance,
    parameters: AttemptParameters,
    workers: int,
    observer: Observer | None = None,
    stop_requested: Callable[[], bool] = lambda: False,
) -> AttemptResult:
    """One attempt by `workers` processes: the best of all, as the checker scores it.

    A worker that crashes harms no other; the result of the rest stands.

    Raises
    ------
    ResultRejected
        If the checker does not uphold the best schedule.
    WorkersFailed
        If no worker gave a result.
    """
    crew = _Crew(instance, parameters, workers)
    with crew:
        results = crew.gather(observer or NullObserver(), stop_requested)
    if not results:
        raise WorkersFailed("no worker of the portfolio gave a result")
    best = min(results, key=_rank)
    bounds = [result.bound for result in results if result.bound is not None]
    if bounds:
        best = replace(best, bound=max(bounds, key=lambda bound: bound.points))
    return upheld(instance, parameters, best)


class _Crew:
    """Worker processes, their pipes, and the stop that they share."""

    def __init__(
        self, instance: Instance, parameters: AttemptParameters, workers: int
    ) -> None:
        context = get_context("spawn")
        self._stopped = context.Event()
        self._processes: dict[Connection, SpawnProcess] = {}
        # Kept here: its lock is gone when nobody in this process holds it.
        self._shared_incumbent = ProcessIncumbent()
        plans = plan_attempts(workers, parameters.seed, parameters.time_limit_s)
        for number, planned in enumerate(plans):
            first = number == 0
            task = _Task(
                instance=instance,
                params=params_of(parameters.strategy if first else planned.strategy),
                seed=planned.seed,
                time_limit_s=parameters.time_limit_s,
                shared_incumbent=self._shared_incumbent,
            )
            here, there = context.Pipe(duplex=False)
            process = context.Process(
                target=_work,
                args=(task, there, self._stopped),
                name=f"worker-{number}",
                daemon=True,
            )
            process.start()
            there.close()
            self._processes[here] = process

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
        """Pass on what is better than all before; the results when all have ended."""
        results: list[SolveResult] = []
        open_pipes = set(self._processes)
        best: tuple[int, float] | None = None
        bound: float | None = None
        while open_pipes:
            if stop_requested():
                self._stopped.set()
            ready = set(wait(list(open_pipes), timeout=_LOOK_S))
            for pipe in open_pipes & ready:
                message = _receive(pipe)
                if not isinstance(message, Snapshot):
                    open_pipes.discard(pipe)
                    if message is not None:
                        results.append(message)
                    continue
                bound = message.bound if bound is None else bound
                rank = (message.infeasibility, message.objective)
                if best is None or rank <= best:
                    best = rank
                    observer.observe(replace(message, bound=bound))
        return results


def _receive(pipe: Connection) -> Snapshot | SolveResult | None:
    """A worker's next message; None when it has died."""
    try:
        message: Snapshot | SolveResult = pipe.recv()
    except EOFError:
        return None
    return message


@dataclass(frozen=True)
class _Task:
    instance: Instance
    params: SolveParams
    seed: int
    time_limit_s: float
    shared_incumbent: ProcessIncumbent


class _Teller:
    """An observer at the other end of a pipe."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def observe(self, snapshot: Snapshot) -> None:
        self._pipe.send(snapshot)


def _work(task: _Task, pipe: Connection, stopped: Event) -> None:
    """A worker's life, from its task to its result."""
    # HiGHS greets on standard output, which belongs to whoever started the workers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # Ctrl-C reaches all processes of a terminal; when to stop is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop = FirstOf(MaxRuntime(task.time_limit_s), Requested(stopped.is_set))
    result = solve(
        task.instance,
        task.params,
        stop,
        task.seed,
        _Teller(pipe),
        task.shared_incumbent,
    )
    pipe.send(result)
    pipe.close()


def _rank(result: SolveResult) -> tuple[int, int]:
    """Proven infeasible comes last: a schedule of another worker would refute it."""
    return result.rank or (1 << 60, 0)
