"""One search of an instance, from what can be said beforehand to its result."""

from flextime.domain.leagues.preflight import preflight
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.locks import Locks
from flextime_solver.observer import NullObserver, Observer
from flextime_solver.outcome import without_schedule
from flextime_solver.params import SolveParams
from flextime_solver.recipe import Recipe
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
    stop
        Looked at every few thousand moves. With `MaxIterations` the result depends on
        instance, parameters and seed only.
    observer
        Told about incumbents as they come, at most a few times a second.
    shared_incumbent
        Shares incumbents with other searches; then the result depends on them too.

    Returns
    -------
    SolveResult
        Never raises for an infeasible instance: that is a status.
    """
    reporter = Reporter(instance, observer or NullObserver())
    reasons = (
        *(problem.message for problem in preflight(instance.league)),
        *Locks.of(instance).conflicts,
    )
    if reasons:
        return without_schedule(reporter, reasons)
    return Recipe(
        instance, params, stop, shared_incumbent or NoSharing(), reporter
    ).cook(seed)
