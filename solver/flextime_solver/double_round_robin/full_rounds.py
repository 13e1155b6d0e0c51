"""A double round robin under search, in place of a board."""

from flextime_solver.double_round_robin.anneal import anneal_fixtures
from flextime_solver.double_round_robin.fixtures import COUNT, Fixtures
from flextime_solver.double_round_robin.recognise import (
    NEVER,
    fixtures_of,
    games_of,
    is_double_round_robin,
)
from flextime_solver.double_round_robin.score import deviations_of, score
from flextime_solver.model.compiled import HARD, CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.score.broken import Deviations, cost_of_sums
from flextime_solver.search.walk import Walk


class FullRounds:
    """Fixtures that moves change, as a weighed search asks for them."""

    def __init__(self, league: CompiledLeague, fixtures: Fixtures) -> None:
        self._league = league
        self._fixtures = fixtures

    @classmethod
    def of(cls, league: CompiledLeague, games: list[Placed]) -> "FullRounds | None":
        """From these games on; None where they or the league are something else."""
        if not is_double_round_robin(league):
            return None
        fixtures = fixtures_of(league, games)
        return None if fixtures is None else cls(league, fixtures)

    @property
    def games(self) -> list[Placed]:
        return games_of(self._league, self._fixtures.round_of)

    @property
    def total(self) -> tuple[int, int]:
        hard, soft = self._fixtures.total
        return int(hard), int(soft)

    def make_moves(self, walk: Walk, moves: int) -> int:
        return anneal_fixtures(self._league, self._fixtures, walk, moves)

    def new_best(self) -> list[Placed] | None:
        fixtures = self._fixtures
        if not fixtures.improved:
            return None
        fixtures.improved = 0
        return games_of(self._league, fixtures.best_round_of)

    def deviations(self) -> Deviations:
        return deviations_of(self._league, self._fixtures)

    def cost_of_sums(self) -> int:
        return cost_of_sums(self._league, self._fixtures.counter[:, COUNT])

    def weigh_anew(self) -> None:
        if self._fixtures.best[HARD] > 0:
            # Scored by weights that hold no more.
            self._fixtures.best[:] = NEVER
        score(self._league, self._fixtures)
