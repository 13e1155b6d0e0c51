"""The polish phase: what uses up the rest of the budget."""

from math import isfinite

from flextime_solver.lns.large_neighbourhood_search import (
    LargeNeighbourhoodSearch,
    is_applicable,
)
from flextime_solver.lns.params import DateModelParams
from flextime_solver.phases.anneal import run_anneal
from flextime_solver.phases.context import SearchContext
from flextime_solver.phases.params import PolishParams


class FinalAnneal:
    """Anneals the best solution of all workers if any budget is left."""

    def __init__(self, params: PolishParams) -> None:
        self._params = params

    def run(self, context: SearchContext) -> None:
        """Anneal until the budget is used up."""
        context.search.restart_from_shared(context.shared_incumbent)
        self.use_up(context)

    def use_up(self, context: SearchContext) -> None:
        """Anneal until the budget is used up, without another exchange before."""
        if context.budget_used() < 1:
            run_anneal(context, self._params.final_anneal, 1.0)


class SearchLargeNeighbourhoods:
    """Searches large neighbourhoods of the incumbent by MIP.

    Where the model does not apply or time is short, an anneal takes its place.
    """

    def __init__(self, params: PolishParams, dates: DateModelParams) -> None:
        self._params = params
        self._dates = dates

    def run(self, context: SearchContext) -> None:
        """Search until the budget is used up."""
        params, stop, search = self._params.lns, context.stop, context.search
        search.restart_from_shared(context.shared_incumbent)
        is_short = stop.remaining_s() < params.min_build_s
        if is_short or not params.share or not is_applicable(search):
            FinalAnneal(self._params).use_up(context)
            return
        lns = LargeNeighbourhoodSearch(
            context.league,
            context.seed,
            params,
            self._dates,
            timed=isfinite(stop.remaining_s()),
        )
        while context.budget_used() < 1 and stop.remaining_s() > params.min_step_s:
            search.restart_from_shared(context.shared_incumbent)
            lns.step(search, stop.remaining_s())
            context.extra_moves += params.moves_per_step
            context.report("neighbourhoods")
