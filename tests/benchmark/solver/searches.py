"""Runs of the search, each judged by the checker."""

import resource
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, process_time

from benchmark.solver.records import Record, commit, machine
from flextime.domain.ids import AttemptId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.serialization.robinx import evaluate, read_solution, write_solution
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.portfolio import solve_with_workers
from flextime_solver.solve import solve
from flextime_solver.strategies import params_of

_NOTHING = 1 << 40
"""Infeasibility where there is no schedule at all."""


@dataclass(frozen=True)
class Budget:
    """How long, from which seed, on how many workers, and by which clock.

    A machine that others use too gives a search less than a second of CPU a second;
    by the clock `cpu` one worker gets all that it is promised.
    """

    seconds: float
    seed: int
    workers: int
    clock: str


class CpuTime:
    """A stopping criterion: CPU seconds of this process."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start = process_time()

    def used(self, moves: int) -> float:
        del moves
        return (process_time() - self._start) / self._seconds

    def remaining_s(self) -> float:
        return max(0.0, self._seconds - (process_time() - self._start))


class FirstFeasible:
    """Notes when the first schedule without hard violations comes."""

    def __init__(self, clock: str) -> None:
        self._now = process_time if clock == "cpu" else monotonic
        self._begun = self._now()
        self.at_s: float | None = None

    def observe(self, snapshot: Snapshot) -> None:
        if self.at_s is None and snapshot.infeasibility == 0:
            self.at_s = self._now() - self._begun

    def is_there(self) -> bool:
        return self.at_s is not None


def run(
    row: str,
    instance: str,
    league: League,
    budget: Budget,
    *,
    in_km: bool = False,
    schedules: Path | None = None,
) -> Record:
    """Search once; the record holds what the checker says of what came out.

    What came out is kept as a solution of RobinX in the folder `schedules`.
    """
    wall_s, cpu_s = monotonic(), _cpu_s()
    first = FirstFeasible(budget.clock)
    schedule = _search(league, budget, first)
    wall_s, cpu_s = monotonic() - wall_s, _cpu_s() - cpu_s
    infeasibility, value = _NOTHING, 0.0
    if schedule is not None:
        infeasibility, value = _judged(league, schedule, in_km=in_km)
        if schedules is not None:
            solution = write_solution(league, schedule, (infeasibility, value))
            name = f"{instance}-{budget.seconds:g}-{budget.seed}.xml"
            (schedules / name).write_bytes(solution)
    return Record(
        row=row,
        instance=instance,
        seconds=budget.seconds,
        seed=budget.seed,
        workers=budget.workers,
        clock=budget.clock,
        infeasibility=infeasibility,
        value=value,
        feasible_at_s=None if first.at_s is None else round(first.at_s, 2),
        cpu_s=round(cpu_s, 1),
        wall_s=round(wall_s, 1),
        memory_mib=memory_mib(),
        commit=commit(),
        machine=machine(),
    )


def _search(league: League, budget: Budget, first: FirstFeasible) -> Schedule | None:
    if budget.clock == "cpu":
        stop = CpuTime(budget.seconds)
        solved = solve(Instance(league), params_of("default"), stop, budget.seed, first)
        return solved.schedule
    parameters = AttemptParameters(
        attempt=AttemptId("1"), time_limit_s=budget.seconds, seed=budget.seed
    )
    result = solve_with_workers(Instance(league), parameters, budget.workers, first)
    return result.schedule


def _judged(league: League, schedule: Schedule, *, in_km: bool) -> tuple[int, float]:
    """By the checker; instances of RobinX as their solution file reads."""
    if in_km:
        score = check(league, schedule).score
        return score.infeasibility, score.travel_m / 1000
    text = write_solution(league, schedule, (0, 0.0))
    found = evaluate(league, read_solution(text, league))
    return found.infeasibility, found.objective


def memory_mib() -> float:
    """Most that this process or one of its workers has held so far."""
    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return round(max(resource.getrusage(one).ru_maxrss for one in who) / 1024, 1)


def _cpu_s() -> float:
    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(
        usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, who)
    )
