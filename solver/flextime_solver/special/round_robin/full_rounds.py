"""A double round robin under search, in place of a solution."""

from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.solution.violations import Deviations, aggregate_soft_cost
from flextime_solver.special.round_robin.anneal import anneal_fixtures
from flextime_solver.special.round_robin.fixtures import COUNT, Fixtures
from flextime_solver.special.round_robin.recognise import (
    NEVER,
    fixtures_of,
    games_of,
    is_double_round_robin,
)
from flextime_solver.special.round_robin.score import deviations_of, score


class FullRounds:
    """Fixtures that moves change, as a weighed search asks for them."""

    def __init__(self, league: CompiledLeague, fixtures: Fixtures) -> None:
        self._league = league
        self._fixtures = fixtures

    @classmethod
    def of(cls, league: CompiledLeague, games: list[PlacedGame]) -> "FullRounds | None":
        """From these games on; None where they or the league are something else."""
        if not is_double_round_robin(league):
            return None
        fixtures = fixtures_of(league, games)
        return None if fixtures is None else cls(league, fixtures)

    @property
    def games(self) -> list[PlacedGame]:
        return games_of(self._league, self._fixtures.round_of)

    @property
    def total(self) -> tuple[int, int]:
        hard, soft = self._fixtures.total
        return int(hard), int(soft)

    def make_moves(self, state: SearchState, moves: int) -> int:
        return anneal_fixtures(self._league, self._fixtures, state, moves)

    def new_best(self) -> list[PlacedGame] | None:
        fixtures = self._fixtures
        if not fixtures.improved:
            return None
        fixtures.improved = 0
        return games_of(self._league, fixtures.best_round_of)

    def deviations(self) -> Deviations:
        return deviations_of(self._league, self._fixtures)

    def aggregate_soft_cost(self) -> int:
        return aggregate_soft_cost(self._league, self._fixtures.counter[:, COUNT])

    def rescore(self) -> None:
        if self._fixtures.best[HARD] > 0:
            # Scored by weights that hold no more.
            self._fixtures.best[:] = NEVER
        score(self._league, self._fixtures)
