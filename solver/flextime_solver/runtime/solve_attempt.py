"""One attempt of a run, from its parameters to a result that the checker confirms."""

from threading import Event

from flextime import __version__
from flextime.domain.errors import ResultRejected
from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.locks import violated_locks
from flextime.domain.schedules.score import Score
from flextime_solver.observer import Observer, Snapshot
from flextime_solver.result import SolveResult, SolverScore
from flextime_solver.solution.shared_incumbent import SharedIncumbent
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, MaxRuntime, Requested
from flextime_solver.strategies import params_of


def solve_attempt(
    instance: Instance,
    parameters: AttemptParameters,
    stopped: Event,
    observer: Observer | None = None,
    shared_incumbent: SharedIncumbent | None = None,
) -> AttemptResult:
    """Solve an attempt until its time limit is reached or `stopped` is set.

    Parameters
    ----------
    shared_incumbent
        Exchanges incumbents with other attempts; the attempt continues from theirs
        where they are better.

    Raises
    ------
    ResultRejected
        If the checker does not confirm the score of the schedule.
    """
    stop = FirstOf(MaxRuntime(parameters.time_limit_s), Requested(stopped.is_set))
    params = params_of(parameters.strategy)
    solved = solve(instance, params, stop, parameters.seed, observer, shared_incumbent)
    return verified_result(instance, parameters, solved)


def verified_result(
    instance: Instance, parameters: AttemptParameters, solved: SolveResult
) -> AttemptResult:
    """Return the attempt's result with the checker's score of its schedule.

    Raises
    ------
    ResultRejected
        If the checker's score differs from the solver's, or a lock is broken.
    """
    score = None
    if solved.schedule is not None and solved.score is not None:
        score = check(instance.league, solved.schedule).score
        _ensure_same_score(solved.score, score)
        _ensure_locks_kept(instance, solved.schedule)
    return AttemptResult(
        attempt=parameters.attempt,
        status=solved.status,
        seed=parameters.seed,
        elapsed_s=solved.elapsed_s,
        solver=f"flextime {__version__}, strategy {parameters.strategy}",
        schedule=solved.schedule,
        score=score,
        bound=solved.bound,
        reasons=solved.reasons,
        trace=tuple(progress_of(parameters.attempt, s) for s in solved.trace),
    )


def _ensure_same_score(own: SolverScore, score: Score) -> None:
    found = SolverScore(
        infeasibility=score.infeasibility,
        soft_penalty=score.soft_penalty,
        travel_m=score.travel_m,
    )
    if own != found:
        raise ResultRejected(f"the solver reports {own}, the checker finds {found}")


def _ensure_locks_kept(instance: Instance, schedule: Schedule) -> None:
    if instance.start is not None:
        broken = violated_locks(instance.start, schedule)
        if broken:
            raise ResultRejected(f"the solver broke locks: {'; '.join(broken)}")


def progress_of(attempt_id: AttemptId, snapshot: Snapshot) -> Progress:
    """Return the progress of an attempt at a snapshot of its search."""
    return Progress(
        attempt=attempt_id,
        elapsed_s=snapshot.elapsed_s,
        phase=snapshot.phase,
        infeasibility=snapshot.infeasibility,
        objective=snapshot.objective,
        travel_m=snapshot.travel_m,
        bound=snapshot.bound,
    )
