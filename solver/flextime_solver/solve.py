"""The solve of one instance: its phases in order."""

from flextime.domain.leagues.preflight import preflight
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.locks import Locks
from flextime_solver.observer import NullObserver, Observer
from flextime_solver.params import SolveParams
from flextime_solver.phases.context import SearchContext
from flextime_solver.pipelines import pipeline_for
from flextime_solver.reporter import Reporter
from flextime_solver.result import SolveResult
from flextime_solver.solution.shared_incumbent import NoSharing, SharedIncumbent
from flextime_solver.stop import StoppingCriterion


def solve(
    instance: Instance,
    params: SolveParams,
    stop: StoppingCriterion,
    seed: int,
    observer: Observer | None = None,
    shared_incumbent: SharedIncumbent | None = None,
) -> SolveResult:
    """Search for the best schedule of an instance until `stop` ends the search.

    Parameters
    ----------
    instance
        The league, and the schedule to start from if there is one; its played and
        locked games stay as they are.
    params
        Parameters of all phases.
    stop
        Read every few thousand moves. With `MaxIterations` the result depends only on
        the instance, the parameters and the seed.
    seed
        Seed of all random number generators.
    observer
        Receives improvements of the incumbent, at most a few times a second.
    shared_incumbent
        Exchanges incumbents with other searches; the result then depends on them too.

    Returns
    -------
    SolveResult
        An infeasible instance is a status of the result, not an error.

    Raises
    ------
    LeagueTooLarge
        If the league has more teams, rounds or slots than the compiled search holds.
    """
    reporter = Reporter(instance, observer or NullObserver())
    if reasons := _reasons_against(instance):
        return SolveResult.infeasible(reasons, reporter.elapsed_s)
    sharing = shared_incumbent or NoSharing()
    context = SearchContext(instance, stop, seed, sharing, reporter)
    pipeline = pipeline_for(context.league, params)
    for phase in (
        pipeline.construct,
        pipeline.try_feasible,
        pipeline.bound,
        pipeline.find_feasible,
        pipeline.improve,
        pipeline.polish,
    ):
        if not context.reasons:
            phase.run(context)
    return context.finish()


def _reasons_against(instance: Instance) -> tuple[str, ...]:
    """Why the instance has no schedule, as far as counting and its locks tell."""
    problems = preflight(instance.league)
    return (
        *(problem.message for problem in problems),
        *Locks.of(instance).conflicts,
    )
