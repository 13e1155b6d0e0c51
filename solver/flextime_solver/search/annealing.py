"""The compiled search as an object: a board that is annealed, and its best."""

import numpy as np

from flextime_solver.elite import Elite, Rank
from flextime_solver.model.compiled import (
    HARD,
    LOCK,
    SOFT,
    TRAVEL,
    CompiledLeague,
)
from flextime_solver.model.schedules import Placed, board_of, games_in, games_on
from flextime_solver.params import Cycle, SolveParams
from flextime_solver.search.anneal import anneal, consider
from flextime_solver.search.cooling import Cooling
from flextime_solver.search.mix import Mix
from flextime_solver.search.rule_cooling import RuleCooling
from flextime_solver.search.scale import scale
from flextime_solver.search.seeking import Seeking
from flextime_solver.search.walk import Walk, new_walk
from flextime_solver.tournament.tour_search import TourSearch


class Annealing:
    """Holds the board, the random numbers and the best of one search.

    Parameters
    ----------
    hard_rules
        The league as `model.hard_rules` leaves it, where a first feasible board is
        to be sought.
    """

    def __init__(
        self,
        league: CompiledLeague,
        start: list[Placed],
        params: SolveParams,
        seed: int,
        hard_rules: CompiledLeague | None = None,
    ) -> None:
        self.league = league
        self._hard_rules = league if hard_rules is None else hard_rules
        self._params = params
        self._scale = scale(league)
        self._walk = new_walk(seed, params.moves.as_array())
        self._mix = Mix(self._walk, params.learned_share)
        self._board = board_of(league, start)
        self._seeking: Seeking | None = None
        self.moves = 0
        consider(league, self._board, self._walk)

    def seek(self, done: float) -> None:
        """Some thousand moves towards a first feasible board.

        Where the first cooling, `done` so far, ends (1), boards go on side by side.
        """
        if self._seeking is None:
            games = games_on(self.league, self._board)
            self._seeking = Seeking(self.league, self._hard_rules, self._walk, games)
        self._seeking.step(self._params.moves_per_call, done)
        self.moves += int(self._walk.evaluated)

    def begin_rules(self, elite: Elite) -> RuleCooling:
        """Make ready for a league in which only rules cost anything."""
        self._stop_seeking()

        def best_of_all() -> list[Placed]:
            self.take_best(elite)
            return self.best_games

        return RuleCooling(
            self.league,
            self._walk,
            games_on(self.league, self._board),
            self._scale,
            self._params.rules,
            best_of_all,
        )

    def step_rules(self, cooling: RuleCooling, done: float) -> None:
        """Some thousand moves of a cooling that is `done` so far."""
        cooling.step(self._params.rules.moves_per_call, done)
        self.moves += int(self._walk.evaluated)

    def begin_tours(self) -> TourSearch:
        """Make ready for a travelling tournament."""
        self._stop_seeking()
        games = games_on(self.league, self._board)
        tours, beams = self._params.tours, self._params.beams
        return TourSearch(self.league, self._walk, games, self._scale, tours, beams)

    def step_tours(self, tours: TourSearch, done: float) -> None:
        """Some moves of a search that is `done` so far."""
        tours.step(done)
        self.moves += int(self._walk.evaluated)

    def begin(self, cycle: Cycle, elite: Elite) -> Cooling:
        """Make ready for a cycle: from here, or from the best of all workers."""
        self._stop_seeking()
        self.take_best(elite)
        if cycle.from_best:
            self.adopt(self.best_games)
        return Cooling(self._walk, cycle, self._scale, self._mix)

    def step(self, cooling: Cooling, done: float) -> None:
        """Some thousand moves of a cycle that is `done` so far."""
        cooling.step(self._make_moves, self._params.moves_per_call, done)
        self.moves += int(self._walk.evaluated)

    def _make_moves(self, walk: Walk, moves: int) -> int:
        return anneal(self.league, self._board, walk, moves)

    def _stop_seeking(self) -> None:
        """Go on from where it stands."""
        if self._seeking is not None:
            self._board = board_of(self.league, self._seeking.games)
            self._seeking = None

    def take_best(self, elite: Elite) -> None:
        """Show all workers the best, and make theirs the best if it is."""
        shared = elite.exchange(self.best_rank, np.array(self.best_games))
        if shared is not None:
            self.offer([(home, away, slot) for home, away, slot in shared.tolist()])

    def adopt(self, games: list[Placed]) -> None:
        """Go on from these games; they become the best if they are."""
        self._board = board_of(self.league, games)
        if self._seeking is not None:
            self._seeking.go_on_from(games)
        consider(self.league, self._board, self._walk)

    def offer(self, games: list[Placed]) -> None:
        """Make these games the best if they are, and go on from where we are."""
        consider(self.league, board_of(self.league, games), self._walk)

    @property
    def games(self) -> list[Placed]:
        """Where the search stands."""
        if self._seeking is not None:
            return self._seeking.games
        return games_on(self.league, self._board)

    @property
    def best_total(self) -> tuple[int, int, int, int]:
        hard, soft, travel, lock = (int(part) for part in self._walk.best_total)
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
    def best_games(self) -> list[Placed]:
        opponent, at_home, slot = self._walk.best
        return games_in(self.league, opponent, at_home, slot)
