"""Search space of a penalised search: solutions, their moves and their cost."""

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


class SearchSpace(Protocol):
    """A solution under moves, with its cost by the weights of a league."""

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present solution."""
        ...

    @property
    def total(self) -> tuple[int, int]:
        """Hard and soft cost of the present solution, by the league's weights."""
        ...

    def make_moves(self, state: SearchState, moves: int) -> int:
        """Make `moves` moves; return after how many the solution is feasible."""
        ...

    def new_best(self) -> list[PlacedGame] | None:
        """Return the best games, or None if they are the ones returned last."""
        ...

    def deviations(self) -> Deviations:
        """Return the deviations of the present solution from each constraint."""
        ...

    def aggregate_soft_cost(self) -> int:
        """Return the cost of soft constraints that sum a value over all teams."""
        ...

    def rescore(self) -> None:
        """Score the solution by the league's weights, which have changed."""
        ...


class GeneralSearchSpace:
    """Search space of any league: the general solution under all moves.

    Parameters
    ----------
    league
        Its weights may change; `rescore` must follow.
    games
        Games of the first solution.
    state
        State whose best solution `new_best` returns.
    """

    def __init__(
        self, league: CompiledLeague, games: list[PlacedGame], state: SearchState
    ) -> None:
        self._league = league
        self._state = state
        self._solution = solution_of(league, games)
        self._last_best: tuple[int, ...] = ()

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present solution."""
        return games_of(self._league, self._solution)

    @property
    def total(self) -> tuple[int, int]:
        """Hard and soft cost of the present solution, by the league's weights."""
        total = self._solution.total
        return int(total[HARD] + total[LOCK]), int(total[SOFT])

    def make_moves(self, state: SearchState, moves: int) -> int:
        """Make `moves` moves; return after how many the solution is feasible."""
        return anneal(self._league, self._solution, state, moves)

    def new_best(self) -> list[PlacedGame] | None:
        """Return the best games, or None if they are the ones returned last."""
        total = tuple(int(part) for part in self._state.best_total)
        if not self._state.has_best or total == self._last_best:
            return None
        self._last_best = total
        return games_in(self._league, *self._state.best)

    def deviations(self) -> Deviations:
        """Return the deviations of the present solution from each constraint."""
        return deviations_of(self._league, self._solution)

    def aggregate_soft_cost(self) -> int:
        """Return the cost of soft constraints that sum a value over all teams."""
        return aggregate_soft_cost(self._league, self._solution.count)

    def rescore(self) -> None:
        """Score the solution by the league's weights, which have changed."""
        self._solution = solution_of(self._league, self.games)
        if self._state.best_total[HARD] + self._state.best_total[LOCK] > 0:
            # The best was scored by weights that no longer hold. A feasible one costs
            # the same by any weights of hard constraints.
            self._state.has_best = 0
