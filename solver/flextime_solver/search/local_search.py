"""The compiled search as an object: a solution that is annealed, and its best."""

import numpy as np

from flextime_solver.annealing.cooling import Cooling
from flextime_solver.annealing.operator_selection import OperatorSelection
from flextime_solver.annealing.params import AnnealParams, OperatorSelectionParams
from flextime_solver.annealing.simulated_annealing import anneal, consider
from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    SOFT,
    TRAVEL,
    CompiledLeague,
)
from flextime_solver.instance.scale import scale
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.params import SolveParams
from flextime_solver.search.constraint_annealing import ConstraintAnnealing
from flextime_solver.search.feasibility_search import FeasibilitySearch
from flextime_solver.solution.conversion import (
    PlacedGame,
    games_in,
    games_on,
    solution_of,
)
from flextime_solver.solution.shared_incumbent import Rank, SharedIncumbent
from flextime_solver.special.ttp.tour_search import TourSearch


class Annealing:
    """Holds the solution, the random numbers and the best of one search.

    Parameters
    ----------
    hard_rules
        The league as `model.hard_rules` leaves it, where a first feasible solution is
        to be sought.
    """

    def __init__(
        self,
        league: CompiledLeague,
        start: list[PlacedGame],
        params: SolveParams,
        seed: int,
        hard_rules: CompiledLeague | None = None,
    ) -> None:
        self.league = league
        self._hard_rules = league if hard_rules is None else hard_rules
        self._params = params
        self._scale = scale(league)
        self._state = new_search_state(seed, params.moves.as_array())
        self._operators = OperatorSelection(
            self._state, OperatorSelectionParams(params.learned_share)
        )
        self._solution = solution_of(league, start)
        self._seeking: FeasibilitySearch | None = None
        self.moves = 0
        consider(league, self._solution, self._state)

    def seek(self, done: float) -> None:
        """Some thousand moves towards a first feasible solution.

        Where the first cooling, `done` so far, ends (1), solutions go on side by side.
        """
        if self._seeking is None:
            games = games_on(self.league, self._solution)
            self._seeking = FeasibilitySearch(
                self.league, self._hard_rules, self._state, games
            )
        self._seeking.step(self._params.moves_per_call, done)
        self.moves += int(self._state.evaluated)

    def begin_rules(self, shared_incumbent: SharedIncumbent) -> ConstraintAnnealing:
        """Make ready for a league in which only rules cost anything."""
        self._stop_seeking()

        def best_of_all() -> list[PlacedGame]:
            self.take_best(shared_incumbent)
            return self.best_games

        return ConstraintAnnealing(
            self.league,
            self._state,
            games_on(self.league, self._solution),
            self._scale,
            self._params.rules,
            best_of_all,
        )

    def step_rules(self, cooling: ConstraintAnnealing, done: float) -> None:
        """Some thousand moves of a cooling that is `done` so far."""
        cooling.step(self._params.rules.moves_per_call, done)
        self.moves += int(self._state.evaluated)

    def begin_tours(self) -> TourSearch:
        """Make ready for a travelling tournament."""
        self._stop_seeking()
        games = games_on(self.league, self._solution)
        tours, beams = self._params.tours, self._params.beams
        return TourSearch(self.league, self._state, games, self._scale, tours, beams)

    def step_tours(self, tours: TourSearch, done: float) -> None:
        """Some moves of a search that is `done` so far."""
        tours.step(done)
        self.moves += int(self._state.evaluated)

    def begin(self, cycle: AnnealParams, shared_incumbent: SharedIncumbent) -> Cooling:
        """Make ready for a cycle: from here, or from the best of all workers."""
        self._stop_seeking()
        self.take_best(shared_incumbent)
        if cycle.from_best:
            self.adopt(self.best_games)
        return Cooling(self._state, cycle, self._scale, self._operators)

    def step(self, cooling: Cooling, done: float) -> None:
        """Some thousand moves of a cycle that is `done` so far."""
        cooling.step(self._make_moves, self._params.moves_per_call, done)
        self.moves += int(self._state.evaluated)

    def _make_moves(self, state: SearchState, moves: int) -> int:
        return anneal(self.league, self._solution, state, moves)

    def _stop_seeking(self) -> None:
        """Go on from where it stands."""
        if self._seeking is not None:
            self._solution = solution_of(self.league, self._seeking.games)
            self._seeking = None

    def take_best(self, shared_incumbent: SharedIncumbent) -> None:
        """Show all workers the best, and make theirs the best if it is."""
        shared = shared_incumbent.exchange(self.best_rank, np.array(self.best_games))
        if shared is not None:
            self.offer([(home, away, slot) for home, away, slot in shared.tolist()])

    def adopt(self, games: list[PlacedGame]) -> None:
        """Go on from these games; they become the best if they are."""
        self._solution = solution_of(self.league, games)
        if self._seeking is not None:
            self._seeking.restart_from(games)
        consider(self.league, self._solution, self._state)

    def offer(self, games: list[PlacedGame]) -> None:
        """Make these games the best if they are, and go on from where we are."""
        consider(self.league, solution_of(self.league, games), self._state)

    @property
    def games(self) -> list[PlacedGame]:
        """Where the search stands."""
        if self._seeking is not None:
            return self._seeking.games
        return games_on(self.league, self._solution)

    @property
    def best_total(self) -> tuple[int, int, int, int]:
        hard, soft, travel, lock = (int(part) for part in self._state.best_total)
        return hard, soft, travel, lock

    @property
    def feasible(self) -> bool:
        """Whether the best breaks neither a hard rule nor a lock."""
        return self.best_rank[0] == 0

    @property
    def best_rank(self) -> Rank:
        total = self.best_total
        milli_points = 1000 * total[SOFT] + (
            int(self.league.milli_points_per_m) * total[TRAVEL]
        )
        return total[HARD] + total[LOCK], milli_points

    @property
    def best_games(self) -> list[PlacedGame]:
        opponent, at_home, slot = self._state.best
        return games_in(self.league, opponent, at_home, slot)
