"""A travelling tournament under search: a tour as a solution that moves change."""

from flextime_solver.annealing.simulated_annealing import consider
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import PlacedGame, solution_of
from flextime_solver.special.ttp.anneal import anneal_tour
from flextime_solver.special.ttp.recognise import games_of, tour_of


class Touring:
    """Anneals a tour of its own; offers its best to a state.

    Parameters
    ----------
    league, state
        A travelling tournament (`recognise.is_tournament`), and the state that gets
        every better schedule of it.
    games
        Where it begins; all of the season's.
    trip_cost
        What a team's travel may fall by in a move, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        trip_cost: float,
        seed: int,
    ) -> None:
        self._league = league
        self._state = state
        self._own_state = new_search_state(seed, state.weights)
        self._own_state.trip_cost = trip_cost
        self._metre = float(league.milli_points_per_m)
        self._tour = tour_of(league, games)

    @property
    def games(self) -> list[PlacedGame]:
        return games_of(self._league, self._tour.opponent, self._tour.home_rounds)

    def score(self) -> tuple[float, float]:
        """Hard deviations, and travel in milli-points."""
        tour = self._tour
        return 0.5 * tour.total_broken, self._metre * tour.total_travel

    def step(self, moves: int, temperature: float, price: float) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken.

        Temperature and the price of a hard deviation are in milli-points.
        """
        own = self._own_state
        own.temperature, own.hard_weight = temperature, price
        feasible = anneal_tour(self._tour, own, self._metre, moves)
        self._state.evaluated = own.evaluated
        if self._tour.improved:
            self._tour.improved = 0
            self._offer_best()
        return feasible

    def _offer_best(self) -> None:
        tour = self._tour
        best = games_of(self._league, tour.best_opponent, tour.best_home_rounds)
        consider(self._league, solution_of(self._league, best), self._state)
