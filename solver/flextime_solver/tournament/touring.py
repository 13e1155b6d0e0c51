"""A travelling tournament under search: the tour, and its best as games."""

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.search.walk import Walk
from flextime_solver.tournament.anneal import anneal_tour
from flextime_solver.tournament.recognise import games_of, is_tournament, tour_of
from flextime_solver.tournament.tour import Tour


class Touring:
    """Anneals a tour in place of the board of a general search."""

    def __init__(self, league: CompiledLeague, tour: Tour) -> None:
        self._league = league
        self._tour = tour

    @classmethod
    def of(cls, league: CompiledLeague, games: list[Placed]) -> "Touring | None":
        """From these games on; None where the league is no travelling tournament."""
        tour = tour_of(league, games) if is_tournament(league) else None
        return None if tour is None else cls(league, tour)

    def make_moves(self, walk: Walk, moves: int) -> int:
        """Make `moves` moves; how many of the tours after them were feasible."""
        metre = float(self._league.milli_points_per_m)
        return anneal_tour(self._tour, walk, metre, moves)

    @property
    def games(self) -> list[Placed]:
        """As they are now."""
        return games_of(self._league, self._tour.opponent, self._tour.home_rounds)

    def new_best(self) -> list[Placed] | None:
        """The best so far, if it has not been asked for yet."""
        tour = self._tour
        if not tour.improved:
            return None
        tour.improved = 0
        return games_of(self._league, tour.best_opponent, tour.best_home_rounds)
