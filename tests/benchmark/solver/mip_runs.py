"""Runs of the MIP models: small instances, and all schedules of a season."""

from collections.abc import Iterator
from dataclasses import replace
from time import monotonic, process_time

from benchmark.solver.instances import Collection
from benchmark.solver.records import Record, commit, machine
from benchmark.solver.searches import Budget, CpuTime, FirstFeasible, memory_mib
from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.domain.runs.attempts import Instance
from flextime.serialization.robinx import evaluate, read_instance
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.params import MipParams
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, Requested
from flextime_solver.strategies import params_of

_ACC = LeagueId("acc-mbb-1997-98")
_EXTRA_RULES = ("home-in-first-three", "home-in-last-three")
_LIMIT = 2000
_TIME_LIMIT_S = 120.0


def small_instances(
    collection: Collection, budget: Budget, only: list[str] | None = None
) -> Iterator[Record]:
    """Each as `flextime robinx solve` does it; the value is CPU s to a schedule."""
    for path in collection.small():
        if only and path.stem not in only:
            continue
        league = read_instance(path.read_bytes())
        begun = monotonic(), process_time()
        first = FirstFeasible("cpu")
        stop = FirstOf(CpuTime(_TIME_LIMIT_S), Requested(first.is_there))
        params = params_of("default")
        result = solve(Instance(league), params, stop, budget.seed, first)
        infeasibility = 1
        if result.schedule is not None:
            infeasibility = evaluate(league, result.schedule).infeasibility
        yield _record("qoblib", path.stem, budget, begun, infeasibility)


def all_schedules(budget: Budget) -> Iterator[Record]:
    """The ACC's season: one schedule, all, and all without two of its rules."""
    league = shipped_leagues.read(_ACC)
    looser = replace(
        league,
        constraints=tuple(
            rule for rule in league.constraints if rule.id not in _EXTRA_RULES
        ),
    )
    params = MipParams(time_limit_s=_TIME_LIMIT_S, seed=budget.seed)
    for name, chosen, limit in (
        ("first schedule", league, 1),
        ("all schedules", league, _LIMIT),
        ("all without two rules", looser, _LIMIT),
    ):
        begun = monotonic(), process_time()
        found = enumerate_schedules(chosen, limit, params)
        broken = sum(evaluate(chosen, s).infeasibility > 0 for s in found.schedules)
        complete = found.complete or limit == 1
        record = _record("acc", name, budget, begun, broken + (not complete))
        yield record if limit == 1 else replace(record, value=len(found.schedules))


def _record(
    row: str,
    instance: str,
    budget: Budget,
    begun: tuple[float, float],
    infeasibility: int,
) -> Record:
    wall_s, cpu_s = monotonic() - begun[0], process_time() - begun[1]
    return Record(
        row=row,
        instance=instance,
        seconds=_TIME_LIMIT_S,
        seed=budget.seed,
        workers=1,
        clock="cpu",
        infeasibility=infeasibility,
        value=round(cpu_s, 2),
        feasible_at_s=round(cpu_s, 2) if infeasibility == 0 else None,
        cpu_s=round(cpu_s, 1),
        wall_s=round(wall_s, 1),
        memory_mib=memory_mib(),
        commit=commit(),
        machine=machine(),
    )
