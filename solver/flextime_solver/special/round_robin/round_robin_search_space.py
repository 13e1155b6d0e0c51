"""Search space of a compact double round robin."""

from typing import Self

from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.solution.violations import Deviations, aggregate_soft_cost
from flextime_solver.special.round_robin.conversion import (
    WORST,
    games_of,
    round_robin_solution_of,
)
from flextime_solver.special.round_robin.detect import is_double_round_robin
from flextime_solver.special.round_robin.evaluation import (
    deviations_of,
    evaluate_from_scratch,
)
from flextime_solver.special.round_robin.round_robin_annealing import (
    anneal_round_robin,
)
from flextime_solver.special.round_robin.round_robin_solution import (
    COUNT,
    RoundRobinSolution,
)


class RoundRobinSearchSpace:
    """A double round robin under its own moves, with its cost by a league's weights.

    It implements `annealing.search_space.SearchSpace`.

    Parameters
    ----------
    league
        League whose weights may change; `rescore` must follow.
    solution
        Evaluated solution of the league, which moves change.
    """

    def __init__(self, league: CompiledLeague, solution: RoundRobinSolution) -> None:
        self._league = league
        self._solution = solution

    @classmethod
    def of(cls, league: CompiledLeague, games: list[PlacedGame]) -> Self | None:
        """Return the search space of these games, or None if it does not apply.

        It applies to the leagues of `is_double_round_robin` and complete games.
        """
        if not is_double_round_robin(league):
            return None
        solution = round_robin_solution_of(league, games)
        return None if solution is None else cls(league, solution)

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present solution."""
        return games_of(self._league, self._solution.round_of)

    @property
    def total(self) -> tuple[int, int]:
        """Hard and soft cost of the present solution, by the league's weights."""
        hard, soft = self._solution.total
        return int(hard), int(soft)

    def make_moves(self, state: SearchState, moves: int) -> int:
        """Make `moves` moves; return after how many the solution is feasible."""
        return anneal_round_robin(self._league, self._solution, state, moves)

    def new_best(self) -> list[PlacedGame] | None:
        """Return the best games, or None if they are the ones returned last."""
        solution = self._solution
        if not solution.improved:
            return None
        solution.improved = 0
        return games_of(self._league, solution.best_round_of)

    def deviations(self) -> Deviations:
        """Return the deviations of the present solution from each constraint."""
        return deviations_of(self._league, self._solution)

    def aggregate_soft_cost(self) -> int:
        """Return the cost of soft constraints that sum a value over all teams."""
        return aggregate_soft_cost(self._league, self._solution.counter[:, COUNT])

    def rescore(self) -> None:
        """Score the solution by the league's weights, which have changed."""
        if self._solution.best[HARD] > 0:
            # An infeasible best solution was scored by weights that no longer hold.
            self._solution.best[:] = WORST
        evaluate_from_scratch(self._league, self._solution)
