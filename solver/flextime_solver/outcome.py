"""What a search comes to: its best, or the reasons why there is none."""

from dataclasses import replace

from flextime.domain.runs.attempts import AttemptStatus, Bound, Instance
from flextime_solver.instance.compiled_league import HARD, LOCK, SOFT, TRAVEL
from flextime_solver.reporter import Reporter
from flextime_solver.result import SolveResult, SolverScore
from flextime_solver.search.local_search import Annealing
from flextime_solver.solution.conversion import schedule_of

_LOCKS_BROKEN = "no schedule was found in time that keeps every locked host"


def without_schedule(reporter: Reporter, reasons: tuple[str, ...]) -> SolveResult:
    """Proven: there is no schedule, and why."""
    return SolveResult(
        status=AttemptStatus.INFEASIBLE,
        schedule=None,
        score=None,
        rank=None,
        bound=None,
        moves=0,
        elapsed_s=reporter.elapsed_s,
        reasons=reasons,
    )


def with_best(
    instance: Instance, search: Annealing, bound: Bound | None, reporter: Reporter
) -> SolveResult:
    """The best of a search; optimal where it reaches the bound."""
    total = search.best_total
    objective = search.best_rank[1] / 1000
    status = AttemptStatus.FEASIBLE
    if total[LOCK] > 0:
        return replace(
            without_schedule(reporter, (_LOCKS_BROKEN,)),
            status=AttemptStatus.NOTHING_FEASIBLE,
        )
    if total[HARD] > 0:
        status = AttemptStatus.NOTHING_FEASIBLE
    elif bound is not None and objective <= bound.points:
        status = AttemptStatus.OPTIMAL
    return SolveResult(
        status=status,
        schedule=schedule_of(instance, search.best_games),
        score=SolverScore(
            infeasibility=total[HARD],
            soft_penalty=total[SOFT],
            travel_m=total[TRAVEL],
        ),
        rank=search.best_rank,
        bound=bound,
        moves=search.moves,
        elapsed_s=reporter.elapsed_s,
        trace=tuple(reporter.trace),
    )
