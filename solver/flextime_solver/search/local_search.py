"""The compiled local search: a current solution, its random numbers and its best."""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from flextime_solver.annealing.cooling import Cooling
from flextime_solver.annealing.operator_selection import OperatorSelection
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.annealing.simulated_annealing import anneal, update_best
from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    SOFT,
    TRAVEL,
    CompiledLeague,
)
from flextime_solver.instance.scale import scale
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.solution.conversion import (
    PlacedGame,
    games_in,
    games_of,
    solution_of,
)
from flextime_solver.solution.shared_incumbent import Rank, SharedIncumbent

type Step = Callable[[float], None]
"""Advances a search by a few thousand moves; its argument is the share (0 to 1) of the
search's budget that is used."""


class Population(Protocol):
    """A search that keeps current solutions of its own."""

    @property
    def games(self) -> list[PlacedGame]:
        """Games of its representative solution."""
        ...

    def restart_from(self, games: list[PlacedGame]) -> None:
        """Replace all current solutions by these games."""
        ...


class LocalSearch:
    """A current solution, the state of the compiled search and the best solution.

    Every search of one solve advances through `advance` and records better solutions
    in `state`, so that the best of all of them is the best here.

    Parameters
    ----------
    league
        The compiled instance.
    start
        Games of the first current solution; games that do not fit are left out.
    seed
        Seed of the compiled random number generator.
    """

    def __init__(
        self,
        league: CompiledLeague,
        start: list[PlacedGame],
        params: LocalSearchParams,
        seed: int,
    ) -> None:
        self.league = league
        self.params = params
        self.scale = scale(league)
        self.state = new_search_state(seed, params.moves.as_array())
        self.moves = 0
        self._operators = OperatorSelection(self.state, params.operators)
        self._solution = solution_of(league, start)
        self._population: Population | None = None
        update_best(league, self._solution, self.state)

    def advance(self, step: Step, used: float) -> None:
        """Run one step of a search and count its moves."""
        step(used)
        self.moves += int(self.state.evaluated)

    def annealing(self, params: AnnealParams) -> Step:
        """Return a simulated anneal of the current solution."""
        self.detach()
        cooling = Cooling(
            self.state, params, self.scale, self._operators, self.params.penalty
        )

        def step(used: float) -> None:
            cooling.step(self._make_moves, self.params.moves_per_call, used)

        return step

    def _make_moves(self, state: SearchState, moves: int) -> int:
        return anneal(self.league, self._solution, state, moves)

    def attach(self, population: Population) -> None:
        """Let a search with solutions of its own hold the current solution."""
        self._population = population

    def detach(self) -> None:
        """Continue from the games of the attached population, if there is one."""
        if self._population is not None:
            self._solution = solution_of(self.league, self._population.games)
            self._population = None

    def sync(self, shared_incumbent: SharedIncumbent) -> None:
        """Offer the best games, and take over the shared ones if they are better."""
        games = self._exchange(shared_incumbent)
        if games is not None:
            self.update_best(games)

    def restart_from_shared(self, shared_incumbent: SharedIncumbent) -> None:
        """Offer the best games, and restart from the shared ones if they are better."""
        games = self._exchange(shared_incumbent)
        if games is not None:
            self.restart_from(games)

    def _exchange(self, shared_incumbent: SharedIncumbent) -> list[PlacedGame] | None:
        shared = shared_incumbent.exchange(self.best_rank, np.array(self.best_games))
        if shared is None:
            return None
        return [(home, away, slot) for home, away, slot in shared.tolist()]

    def restart_from(self, games: list[PlacedGame]) -> None:
        """Make these games the current solution, and the best if they are better."""
        self._solution = solution_of(self.league, games)
        if self._population is not None:
            self._population.restart_from(games)
        update_best(self.league, self._solution, self.state)

    def update_best(self, games: list[PlacedGame]) -> None:
        """Make these games the best if they are better; the current solution stays."""
        update_best(self.league, solution_of(self.league, games), self.state)

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the current solution."""
        if self._population is not None:
            return self._population.games
        return games_of(self.league, self._solution)

    @property
    def best_total(self) -> tuple[int, int, int, int]:
        """Hard deviation, soft penalty, travel in metres and lock deviation."""
        hard, soft, travel, lock = (int(part) for part in self.state.best_total)
        return hard, soft, travel, lock

    @property
    def feasible(self) -> bool:
        """Whether the best solution violates no hard constraint and no lock."""
        return self.best_rank[0] == 0

    @property
    def best_rank(self) -> Rank:
        """Infeasibility, then objective in thousandths of a point."""
        total = self.best_total
        milli_points = 1000 * total[SOFT] + (
            int(self.league.milli_points_per_m) * total[TRAVEL]
        )
        return total[HARD] + total[LOCK], milli_points

    @property
    def best_games(self) -> list[PlacedGame]:
        """Games of the best solution, in order of time."""
        opponent, at_home, slot = self.state.best
        return games_in(self.league, opponent, at_home, slot)
