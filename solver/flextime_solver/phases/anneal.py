"""One simulated anneal of the current solution, as several phases use it."""

from flextime_solver.annealing.params import AnnealParams
from flextime_solver.phases.context import SearchContext


def run_anneal(context: SearchContext, params: AnnealParams, end: float) -> None:
    """Anneal until the share `end` of the budget is used.

    Parameters
    ----------
    params
        Its own share is not used; `end` decides.
    """
    search = context.search
    search.detach()
    search.sync(context.shared_incumbent)
    if params.from_best:
        search.restart_from(search.best_games)
    step = search.annealing(params)
    begun = context.budget_used()
    # A requested stop uses up the whole budget at once, even while this starts.
    while (used := context.budget_used()) < end:
        search.advance(step, (used - begun) / (end - begun))
        context.report("search")
