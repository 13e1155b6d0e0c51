"""The construct phase: a first complete schedule to search from."""

from flextime_solver.construct.partner_weekends import partner_weekend_games
from flextime_solver.construct.random_rounds import initial_games
from flextime_solver.phases.context import SearchContext
from flextime_solver.phases.params import ConstructParams
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.search.local_search_params import LocalSearchParams


class Construct:
    """Builds a start and the search that begins at it.

    The start is the given schedule, completed by random rounds, or a season of partner
    weekends where the league has travel partners.
    """

    def __init__(
        self, params: ConstructParams, search_params: LocalSearchParams
    ) -> None:
        self._params = params
        self._search_params = search_params

    def run(self, context: SearchContext) -> None:
        """Set `context.search`."""
        partners = partner_weekend_games(
            context.instance, context.seed, self._params.partner_weekends
        )
        context.has_partner_start = bool(partners)
        start = partners or initial_games(
            context.instance, context.league, context.seed
        )
        context.search = LocalSearch(
            context.league, start, self._search_params, context.seed
        )
        # An interrupted attempt of this very solve may have left its incumbent.
        context.search.restart_from_shared(context.shared_incumbent)
        context.report("construct", at_once=True)
