"""Large neighbourhood search: one neighbourhood after another, sized by its time.

A neighbourhood that is soon solved to optimality grows, one that reaches its limit
shrinks. Its solution becomes the incumbent only after dates are chosen and the local
search has evaluated it. Shaw (1998), doi 10.1007/3-540-49481-2_30.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import monotonic

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.neighbourhood import Neighbourhood
from flextime_solver.lns.pairings import PairingsNeighbourhood
from flextime_solver.lns.params import DateModelParams, LnsParams, NeighbourhoodSizes
from flextime_solver.lns.persistent_model import PersistentRoundModel
from flextime_solver.lns.round_model import RoundModel
from flextime_solver.lns.rounds import RoundsNeighbourhood
from flextime_solver.lns.teams import TeamsNeighbourhood
from flextime_solver.lns.venues import VenuesNeighbourhood
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.solution.conversion import PlacedGame


def neighbourhoods(sizes: NeighbourhoodSizes) -> tuple[Neighbourhood, ...]:
    """Return every neighbourhood, with its first and smallest size."""
    return (
        RoundsNeighbourhood(sizes.rounds),
        TeamsNeighbourhood(sizes.teams),
        PairingsNeighbourhood(sizes.pairings),
        VenuesNeighbourhood(sizes.venues),
    )


def is_applicable(search: LocalSearch) -> bool:
    """Whether the incumbent is feasible and every team plays in every round."""
    league = search.league
    full = league.rounds == league.games_per_team and league.teams % 2 == 0
    return full and search.feasible


@dataclass
class _Sized:
    neighbourhood: Neighbourhood
    size: int


class LargeNeighbourhoodSearch:
    """Improves the incumbent of a local search by large neighbourhoods.

    Parameters
    ----------
    seed
        Seed of the choice of neighbourhoods and of the cells that they free.
    timed
        Whether sizes follow the time of the steps. Without, they stay as they are and
        a step has no time limit, so that the result depends only on the seed.
    """

    def __init__(
        self,
        league: CompiledLeague,
        seed: int,
        params: LnsParams,
        dates: DateModelParams,
        *,
        timed: bool,
    ) -> None:
        self._league = league
        self._params = params
        self._dates = dates
        self._timed = timed
        self._model = PersistentRoundModel(RoundModel(league), params.start_max_s)
        self._random = Random(seed)  # noqa: S311 - randomised search, not security
        self._sized = [_Sized(n, n.min_size) for n in neighbourhoods(params.sizes)]

    def step(self, search: LocalSearch, remaining_s: float) -> bool:
        """Search one neighbourhood; return whether the incumbent has improved."""
        sized = self._random.choice(self._sized)
        games = search.best_games
        incumbent = {self._cell(game) for game in games}
        freed = sized.neighbourhood.free(
            self._league, incumbent, sized.size, self._random
        )
        begun = monotonic()
        params = self._params
        limit_s = min(params.max_s, remaining_s) if self._timed else float("inf")
        found, proven = self._model.improve(incumbent, freed, limit_s, params.max_nodes)
        if self._timed:
            self._adapt_size(sized, proven=proven, took_s=monotonic() - begun)
        if found is None:
            return False
        before = search.best_rank
        search.update_best(self._dated(found, games, remaining_s))
        return search.best_rank < before

    def _adapt_size(self, sized: _Sized, *, proven: bool, took_s: float) -> None:
        if proven and took_s < self._params.growth_threshold_s:
            sized.size += 1
        elif not proven:
            sized.size = max(sized.neighbourhood.min_size, sized.size - 1)

    def _dated(
        self, found: set[Cell], games: Sequence[PlacedGame], remaining_s: float
    ) -> list[PlacedGame]:
        """Choose dates, beginning at the old slots of games that were there before."""
        slots = {self._cell(game): game[2] for game in games}
        placed = [
            (cell[0], cell[1], slots.get(cell, int(self._league.round_slots[cell[2]])))
            for cell in sorted(found)
        ]
        return best_dates(self._league, placed, remaining_s, self._dates)

    def _cell(self, game: PlacedGame) -> Cell:
        home, away, slot = game
        return home, away, int(self._league.slot_round[slot])
