"""One attempt of a run, from its parameters to a result that the checker upholds."""

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


def attempt(
    instance: Instance,
    parameters: AttemptParameters,
    stopped: Event,
    observer: Observer | None = None,
    shared_incumbent: SharedIncumbent | None = None,
) -> AttemptResult:
    """Solve as the parameters say, until their time is over or `stopped` is set.

    Parameters
    ----------
    shared_incumbent
        Where the attempt meets others; it goes on from what they found if better.

    Raises
    ------
    ResultRejected
        If the checker's score of the schedule is not the solver's own.
    """
    stop = FirstOf(MaxRuntime(parameters.time_limit_s), Requested(stopped.is_set))
    params = params_of(parameters.strategy)
    solved = solve(instance, params, stop, parameters.seed, observer, shared_incumbent)
    return upheld(instance, parameters, solved)


def upheld(
    instance: Instance, parameters: AttemptParameters, solved: SolveResult
) -> AttemptResult:
    """The attempt's result with the checker's score, if it is the solver's own.

    Raises
    ------
    ResultRejected
        If it is not: then nothing of the result can be trusted.
    """
    score = None
    if solved.schedule is not None and solved.score is not None:
        score = check(instance.league, solved.schedule).score
        _compare(solved.score, score)
        _compare_locks(instance, solved.schedule)
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
        trace=tuple(progress_of(parameters.attempt, m) for m in solved.trace),
    )


def _compare(own: SolverScore, score: Score) -> None:
    found = SolverScore(
        infeasibility=score.infeasibility,
        soft_penalty=score.soft_penalty,
        travel_m=score.travel_m,
    )
    if own != found:
        raise ResultRejected(f"the solver reports {own}, the checker finds {found}")


def _compare_locks(instance: Instance, schedule: Schedule) -> None:
    if instance.start is not None:
        broken = violated_locks(instance.start, schedule)
        if broken:
            raise ResultRejected(f"the solver broke locks: {'; '.join(broken)}")


def progress_of(attempt_id: AttemptId, snapshot: Snapshot) -> Progress:
    return Progress(
        attempt=attempt_id,
        elapsed_s=snapshot.elapsed_s,
        phase=snapshot.phase,
        infeasibility=snapshot.infeasibility,
        objective=snapshot.objective,
        travel_m=snapshot.travel_m,
        bound=snapshot.bound,
    )
