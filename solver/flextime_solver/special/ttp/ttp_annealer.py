"""One schedule of a travelling tournament under simulated annealing."""

from flextime_solver.annealing.simulated_annealing import update_best
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import PlacedGame, solution_of
from flextime_solver.special.ttp.conversion import games_of, ttp_solution_of
from flextime_solver.special.ttp.ttp_annealing import anneal_ttp


class TtpAnnealer:
    """Anneals a schedule of its own and reports its best one to a search state.

    Parameters
    ----------
    league
        Compiled league of a travelling tournament (`detect.is_ttp`).
    state
        Search state that gets every better schedule.
    games
        Initial schedule, complete.
    trip_cost
        Mean trip cost in milli-points, by which delta evaluation bounds what a move may
        save for each team.
    seed
        Seed of the annealer's own random numbers.
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
        self._milli_points_per_m = float(league.milli_points_per_m)
        self._solution = ttp_solution_of(league, games)

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present schedule, in order of time."""
        solution = self._solution
        return games_of(self._league, solution.opponent, solution.home_rounds)

    def score(self) -> tuple[float, float]:
        """Return the hard violation, and the travel in milli-points."""
        solution = self._solution
        travel = self._milli_points_per_m * solution.total_travel
        return 0.5 * solution.total_violation, travel

    def step(self, moves: int, temperature: float, penalty_weight: float, /) -> int:
        """Make `moves` moves and return after how many the schedule is feasible.

        The temperature and the penalty weight of a hard deviation are in milli-points.
        """
        own = self._own_state
        own.temperature, own.hard_weight = temperature, penalty_weight
        feasible = anneal_ttp(self._solution, own, self._milli_points_per_m, moves)
        self._state.evaluated = own.evaluated
        if self._solution.improved:
            self._solution.improved = 0
            self._report_best()
        return feasible

    def _report_best(self) -> None:
        solution = self._solution
        best = games_of(self._league, solution.best_opponent, solution.best_home_rounds)
        update_best(self._league, solution_of(self._league, best), self._state)
