"""The feasibility phase: hard constraints alone until none is violated.

It runs twice. A short run comes before the bound phase, whose trip model may yield a
better start; the rest of its budget follows if no feasible solution is known by then.
"""

from functools import partial
from math import inf, isfinite

from flextime_solver.construct.few_breaks import games_with_few_breaks
from flextime_solver.instance.scale import relative_size
from flextime_solver.phases.context import FeasibilityProgress, SearchContext
from flextime_solver.phases.params import FeasibilityParams
from flextime_solver.search.feasibility_search import FeasibilitySearch
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.search.local_search_params import LocalSearchParams


class TryFeasible:
    """Searches for a short time, then once more from a start with few breaks."""

    def __init__(
        self, params: FeasibilityParams, search_params: LocalSearchParams
    ) -> None:
        self._params = params
        self._search_params = search_params

    def run(self, context: SearchContext) -> None:
        """Begin `context.feasibility`."""
        progress = FeasibilityProgress(
            context.budget_used(), _anneal_share(context, self._params)
        )
        context.feasibility = progress
        quick_share = min(
            self._params.quick_share,
            self._params.max_quick_anneals * progress.anneal_share,
        )
        _search_until(
            self._params,
            context,
            context.search,
            progress,
            progress.begun + quick_share,
        )
        if context.instance.start is None and not context.search.feasible:
            self._try_few_breaks(context)

    def _try_few_breaks(self, context: SearchContext) -> None:
        """Search from a start with few breaks; only its incumbent is kept."""
        games = games_with_few_breaks(
            context.hard_constraints, context.seed, self._params.few_breaks
        )
        if games is None:
            return
        main = context.search
        aside = LocalSearch(context.league, games, self._search_params, context.seed)
        aside.update_best(main.best_games)
        context.extra_moves += main.moves
        progress = FeasibilityProgress(
            context.budget_used(aside),
            _anneal_share(context, self._params) * self._params.few_breaks_share,
        )
        _search_until(
            self._params,
            context,
            aside,
            progress,
            progress.begun + progress.anneal_share,
        )
        context.extra_moves += aside.moves - main.moves
        main.update_best(aside.best_games)


class FindFeasible:
    """Continues until a feasible solution is found or its budget is used up."""

    def __init__(self, params: FeasibilityParams) -> None:
        self._params = params

    def run(self, context: SearchContext) -> None:
        """Continue `context.feasibility`."""
        until = self._params.max_share
        _search_until(self._params, context, context.search, context.feasibility, until)


def _search_until(
    params: FeasibilityParams,
    context: SearchContext,
    search: LocalSearch,
    progress: FeasibilityProgress,
    until: float,
) -> None:
    """Search until the best is feasible or the share `until` of the budget is used."""
    limits = search.params
    synced_at = -inf
    while not search.feasible and (used := context.budget_used(search)) < until:
        if search.moves >= synced_at + limits.moves_between_syncs:
            synced_at = search.moves
            search.sync(context.shared_incumbent)
        if progress.search is None:
            progress.search = FeasibilitySearch(
                context.league,
                context.hard_constraints,
                search.state,
                search.games,
                params.search,
            )
            search.attach(progress.search)
        search.advance(
            partial(progress.search.step, limits.moves_per_call),
            (used - progress.begun) / progress.anneal_share,
        )
        context.report("construct", search)


def _anneal_share(context: SearchContext, params: FeasibilityParams) -> float:
    """Share of the budget of the first anneal: limited in seconds, not only in share.

    A longer budget must not mean a later first schedule.
    """
    remaining_s = context.stop.remaining_s()
    if not isfinite(remaining_s):
        return params.anneal_share
    anneal_s = params.anneal_s * relative_size(context.league) ** params.size_exponent
    return min(params.anneal_share, anneal_s / max(anneal_s, remaining_s))
