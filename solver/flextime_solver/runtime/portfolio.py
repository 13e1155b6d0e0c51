"""A portfolio: one instance solved by several processes that share their incumbent."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flextime.domain.errors import FlexTimeError
from flextime.domain.runs.attempts import AttemptParameters, AttemptResult, Instance
from flextime.domain.runs.portfolio import plan_attempts
from flextime_solver.observer import NullObserver, Observer
from flextime_solver.params import SolveParams
from flextime_solver.result import SolveResult
from flextime_solver.runtime.process_incumbent import ProcessIncumbent
from flextime_solver.runtime.solve_attempt import verified_result
from flextime_solver.runtime.worker import WorkerTask
from flextime_solver.runtime.worker_pool import WorkerPool
from flextime_solver.strategies import STRATEGY_PARAMS

_WORST_RANK = (1 << 60, 0)


class WorkersFailed(FlexTimeError):
    """Every worker process ended without a result."""


def solve_with_workers(
    instance: Instance,
    parameters: AttemptParameters,
    workers: int,
    observer: Observer | None = None,
    stop_requested: Callable[[], bool] = lambda: False,
    strategies: Mapping[str, SolveParams] = STRATEGY_PARAMS,
) -> AttemptResult:
    """Solve one attempt with several worker processes; return the best result.

    A worker that crashes does not affect the others. Workers differ in seed and
    strategy; the first one has those of `parameters`.

    Parameters
    ----------
    workers
        Number of processes, at least 1.
    observer
        Receives the best incumbent and the highest bound of all workers.
    stop_requested
        Called a few times a second; once it returns true, all workers stop.
    strategies
        Parameters of every strategy by name.

    Raises
    ------
    ResultRejected
        If the checker does not confirm the score of the best schedule.
    WorkersFailed
        If no worker returned a result.
    """
    tasks = _tasks(instance, parameters, workers, strategies)
    with WorkerPool(tasks) as pool:
        results = pool.gather(observer or NullObserver(), stop_requested)
    if not results:
        raise WorkersFailed("no worker of the portfolio gave a result")
    best = min(results, key=_rank)
    bounds = [result.bound for result in results if result.bound is not None]
    if bounds:
        best = replace(best, bound=max(bounds, key=lambda bound: bound.points))
    return verified_result(instance, parameters, best)


def _tasks(
    instance: Instance,
    parameters: AttemptParameters,
    workers: int,
    strategies: Mapping[str, SolveParams],
) -> list[WorkerTask]:
    shared_incumbent = ProcessIncumbent()
    plans = plan_attempts(workers, parameters.seed, parameters.time_limit_s)
    names = [parameters.strategy, *(planned.strategy for planned in plans[1:])]
    return [
        WorkerTask(
            instance=instance,
            params=strategies[name],
            seed=planned.seed,
            time_limit_s=parameters.time_limit_s,
            shared_incumbent=shared_incumbent,
        )
        for name, planned in zip(names, plans, strict=True)
    ]


def _rank(result: SolveResult) -> tuple[int, int]:
    """Proven infeasible comes last: a schedule of another worker would refute it."""
    return result.rank or _WORST_RANK
