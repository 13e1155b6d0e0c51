"""The recipe: compile, construct, anneal, bound, large neighbourhoods, dates."""

from flextime.domain.attempts import AttemptStatus, Bound, Instance
from flextime_solver.elite import Alone, Elite
from flextime_solver.model.compile import compile_league
from flextime_solver.model.compiled import HARD, LOCK, SOFT, TRAVEL
from flextime_solver.model.locks import Locks
from flextime_solver.model.schedules import schedule_of
from flextime_solver.observer import Observer, Unobserved
from flextime_solver.params import SolveParams
from flextime_solver.reporter import Reporter
from flextime_solver.result import SolverScore, SolveResult
from flextime_solver.search.annealing import Annealing
from flextime_solver.search.construct import first_games
from flextime_solver.search.stop import StoppingCriterion


def solve(  # noqa: PLR0913 - data, parameters, stop, seed in; who listens; company
    instance: Instance,
    params: SolveParams,
    stop: StoppingCriterion,
    seed: int,
    observer: Observer | None = None,
    elite: Elite | None = None,
) -> SolveResult:
    """Search for the best schedule of an instance until `stop` ends the search.

    Parameters
    ----------
    stop
        Looked at every few thousand moves. With `MaxIterations` the result depends on
        instance, parameters and seed only.
    observer
        Told about incumbents as they come, at most a few times a second.
    elite
        Shares incumbents with other searches; then the result depends on them too.

    Returns
    -------
    SolveResult
        Never raises for an infeasible instance: that is a status.
    """
    reporter = Reporter(instance, observer or Unobserved())
    conflicts = Locks.of(instance).conflicts
    if conflicts:
        return _nothing(reporter, conflicts)
    league = compile_league(instance)
    search = Annealing(league, first_games(instance, league), params, seed)
    reporter.tell(search, "construct", at_once=True)
    _anneal(search, params, stop, elite or Alone(), reporter)
    reporter.tell(search, "search", at_once=True)
    return _result(instance, search, None, reporter)


def _anneal(
    search: Annealing,
    params: SolveParams,
    stop: StoppingCriterion,
    elite: Elite,
    reporter: Reporter,
) -> None:
    """All cycles, each for its share of the budget."""
    shares = sum(cycle.share for cycle in params.cycles)
    begun = 0.0
    for cycle in params.cycles:
        span = (1 - params.neighbourhood_share) * cycle.share / shares
        cooling = search.begin(cycle, elite)
        while (used := stop.used(search.moves)) < begun + span:
            search.step(cooling, (used - begun) / span)
            reporter.tell(search, "search")
        begun += span


def _nothing(reporter: Reporter, reasons: tuple[str, ...]) -> SolveResult:
    return SolveResult(
        status=AttemptStatus.INFEASIBLE,
        schedule=None,
        score=None,
        bound=None,
        moves=0,
        elapsed_s=reporter.elapsed_s,
        reasons=reasons,
    )


def _result(
    instance: Instance, search: Annealing, bound: Bound | None, reporter: Reporter
) -> SolveResult:
    total = search.best_total
    objective = search.best_rank[1] / 1000
    status = AttemptStatus.FEASIBLE
    if total[HARD] + total[LOCK] > 0:
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
        bound=bound,
        moves=search.moves,
        elapsed_s=reporter.elapsed_s,
        trace=tuple(reporter.trace),
    )
