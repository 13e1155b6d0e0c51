"""The improvement phase: one search for each kind of instance."""

from functools import partial

from flextime_solver.annealing.params import AnnealParams
from flextime_solver.lns.params import DateModelParams
from flextime_solver.phases.anneal import run_anneal
from flextime_solver.phases.context import SearchContext
from flextime_solver.phases.dates import optimise_dates
from flextime_solver.phases.params import ImproveParams
from flextime_solver.phases.phase import Phase
from flextime_solver.search.constraint_annealing import ConstraintAnnealing
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.conversion import has_every_game
from flextime_solver.special.ttp.ttp_search import TtpSearch


class AnnealTravel:
    """Anneals a league in which travel counts, and chooses dates after each anneal.

    Parameters
    ----------
    reserved_share
        Share of the whole budget that is left to the polish phase.
    """

    def __init__(
        self, params: ImproveParams, dates: DateModelParams, reserved_share: float
    ) -> None:
        self._params = params
        self._dates = dates
        self._reserved_share = reserved_share

    def run(self, context: SearchContext) -> None:
        """Run all anneals."""
        end = context.budget_used()
        for anneal, share in self._shares(end):
            end += share
            run_anneal(context, anneal, min(1.0, end))
            optimise_dates(context, self._dates)

    def _shares(self, begun: float) -> list[tuple[AnnealParams, float]]:
        """Anneals, and the share of the whole budget that each has."""
        anneals = self._params.anneals
        shares = sum(anneal.share for anneal in anneals)
        searched = max(self._params.min_share, 1 - begun - self._reserved_share)
        return [(anneal, searched * anneal.share / shares) for anneal in anneals]


class AnnealConstraints:
    """Anneals a league in which only constraints cost anything."""

    def __init__(
        self, params: ConstraintAnnealingParams, dates: DateModelParams
    ) -> None:
        self._params = params
        self._dates = dates

    def run(self, context: SearchContext) -> None:
        """Anneal, then choose the dates."""
        league, search = context.league, context.search
        begun = context.budget_used()
        search.detach()

        def sync_incumbent() -> list[PlacedGame]:
            search.sync(context.shared_incumbent)
            return search.best_games

        annealing = ConstraintAnnealing(
            league,
            search.state,
            search.games,
            search.scale,
            self._params,
            sync_incumbent,
        )
        step = partial(annealing.step, self._params.moves_per_call)
        chooses_dates = league.slots > league.rounds
        end = 1 - (1 - begun) * (self._dates.reserved_share if chooses_dates else 0.0)
        while (used := context.budget_used()) < end:
            search.advance(step, (used - begun) / (end - begun))
            context.report("search")
        optimise_dates(context, self._dates)


class SearchTours:
    """Searches a travelling tournament by beam search and parallel tempering.

    Parameters
    ----------
    otherwise
        Phase that runs instead where the start leaves out games of the tournament.
    """

    def __init__(self, params: ImproveParams, otherwise: Phase) -> None:
        self._params = params
        self._otherwise = otherwise

    def run(self, context: SearchContext) -> None:
        """Search until the budget is used up."""
        search = context.search
        if not has_every_game(context.league, search.games):
            self._otherwise.run(context)
            return
        begun = context.budget_used()
        search.detach()
        ttp_search = TtpSearch.of_league(
            context.league,
            search.state,
            search.games,
            search.scale,
            self._params.ttp,
            self._params.beams,
        )
        synced_at = search.moves
        while (used := context.budget_used()) < 1:
            search.advance(ttp_search.step, (used - begun) / (1 - begun))
            if search.moves >= synced_at + search.params.moves_between_syncs:
                synced_at = search.moves
                search.sync(context.shared_incumbent)
            context.report("search")
