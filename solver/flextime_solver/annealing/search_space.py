"""What a weighed search works on: games that moves change, and what they cost."""

from typing import Protocol

from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.instance.compiled_league import HARD, LOCK, SOFT, CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import (
    PlacedGame,
    games_in,
    games_of,
    solution_of,
)
from flextime_solver.solution.violations import (
    Deviations,
    aggregate_soft_cost,
    deviations_of,
)


class Searched(Protocol):
    """Games, and their cost by a league's weights; `weigh_anew` when these change."""

    @property
    def games(self) -> list[PlacedGame]: ...

    @property
    def total(self) -> tuple[int, int]:
        """Hard and soft, as the league weighs them."""
        ...

    def make_moves(self, state: SearchState, moves: int) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken."""
        ...

    def new_best(self) -> list[PlacedGame] | None:
        """The best games, if they are others than when it was asked last."""
        ...

    def deviations(self) -> Deviations: ...

    def aggregate_soft_cost(self) -> int:
        """What soft rules that add up all teams cost, as the league weighs them."""
        ...

    def weigh_anew(self) -> None:
        """Count with the weights that hard rules have now."""
        ...


class AnySolution:
    """A solution of any league."""

    def __init__(
        self, league: CompiledLeague, games: list[PlacedGame], state: SearchState
    ) -> None:
        self._league = league
        self._state = state
        self._solution = solution_of(league, games)
        self._seen: tuple[int, ...] = ()

    @property
    def games(self) -> list[PlacedGame]:
        return games_of(self._league, self._solution)

    @property
    def total(self) -> tuple[int, int]:
        total = self._solution.total
        return int(total[HARD] + total[LOCK]), int(total[SOFT])

    def make_moves(self, state: SearchState, moves: int) -> int:
        return anneal(self._league, self._solution, state, moves)

    def new_best(self) -> list[PlacedGame] | None:
        total = tuple(int(part) for part in self._state.best_total)
        if not self._state.has_best or total == self._seen:
            return None
        self._seen = total
        return games_in(self._league, *self._state.best)

    def deviations(self) -> Deviations:
        return deviations_of(self._league, self._solution)

    def aggregate_soft_cost(self) -> int:
        return aggregate_soft_cost(self._league, self._solution.count)

    def weigh_anew(self) -> None:
        self._solution = solution_of(self._league, self.games)
        if self._state.best_total[HARD] + self._state.best_total[LOCK] > 0:
            # Scored by weights that hold no more.
            self._state.has_best = 0
