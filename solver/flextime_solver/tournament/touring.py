"""A travelling tournament under search: a tour as a board that moves change."""

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed, board_of
from flextime_solver.search.anneal import consider
from flextime_solver.search.walk import Walk, new_walk
from flextime_solver.tournament.anneal import anneal_tour
from flextime_solver.tournament.recognise import games_of, tour_of


class Touring:
    """Anneals a tour of its own; offers its best to a walk.

    Parameters
    ----------
    league, walk
        A travelling tournament (`recognise.is_tournament`), and the walk that gets
        every better schedule of it.
    games
        Where it begins; all of the season's.
    journey
        What a team's travel may fall by in a move, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        walk: Walk,
        games: list[Placed],
        journey: float,
        seed: int,
    ) -> None:
        self._league = league
        self._walk = walk
        self._own_walk = new_walk(seed, walk.weights)
        self._own_walk.journey = journey
        self._metre = float(league.milli_points_per_m)
        self._tour = tour_of(league, games)

    @property
    def games(self) -> list[Placed]:
        return games_of(self._league, self._tour.opponent, self._tour.home_rounds)

    def score(self) -> tuple[float, float]:
        """Hard deviations, and travel in milli-points."""
        tour = self._tour
        return 0.5 * tour.total_broken, self._metre * tour.total_travel

    def step(self, moves: int, temperature: float, price: float) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken.

        Temperature and the price of a hard deviation are in milli-points.
        """
        own = self._own_walk
        own.temperature, own.hard_weight = temperature, price
        feasible = anneal_tour(self._tour, own, self._metre, moves)
        self._walk.evaluated = own.evaluated
        if self._tour.improved:
            self._tour.improved = 0
            self._offer_best()
        return feasible

    def _offer_best(self) -> None:
        tour = self._tour
        best = games_of(self._league, tour.best_opponent, tour.best_home_rounds)
        consider(self._league, board_of(self._league, best), self._walk)
