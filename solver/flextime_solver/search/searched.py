"""What a weighed search works on: games that moves change, and what they cost."""

from typing import Protocol

from flextime_solver.model.compiled import HARD, LOCK, SOFT, CompiledLeague
from flextime_solver.model.schedules import Placed, board_of, games_in, games_on
from flextime_solver.score.broken import (
    Deviations,
    cost_of_sums,
    deviations_of,
)
from flextime_solver.search.anneal import anneal
from flextime_solver.search.walk import Walk


class Searched(Protocol):
    """Games, and their cost by a league's weights; `weigh_anew` when these change."""

    @property
    def games(self) -> list[Placed]: ...

    @property
    def total(self) -> tuple[int, int]:
        """Hard and soft, as the league weighs them."""
        ...

    def make_moves(self, walk: Walk, moves: int) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken."""
        ...

    def new_best(self) -> list[Placed] | None:
        """The best games, if they are others than when it was asked last."""
        ...

    def deviations(self) -> Deviations: ...

    def cost_of_sums(self) -> int:
        """What soft rules that add up all teams cost, as the league weighs them."""
        ...

    def weigh_anew(self) -> None:
        """Count with the weights that hard rules have now."""
        ...


class AnyBoard:
    """A board of any league."""

    def __init__(self, league: CompiledLeague, games: list[Placed], walk: Walk) -> None:
        self._league = league
        self._walk = walk
        self._board = board_of(league, games)
        self._seen: tuple[int, ...] = ()

    @property
    def games(self) -> list[Placed]:
        return games_on(self._league, self._board)

    @property
    def total(self) -> tuple[int, int]:
        total = self._board.total
        return int(total[HARD] + total[LOCK]), int(total[SOFT])

    def make_moves(self, walk: Walk, moves: int) -> int:
        return anneal(self._league, self._board, walk, moves)

    def new_best(self) -> list[Placed] | None:
        total = tuple(int(part) for part in self._walk.best_total)
        if not self._walk.has_best or total == self._seen:
            return None
        self._seen = total
        return games_in(self._league, *self._walk.best)

    def deviations(self) -> Deviations:
        return deviations_of(self._league, self._board)

    def cost_of_sums(self) -> int:
        return cost_of_sums(self._league, self._board.count)

    def weigh_anew(self) -> None:
        self._board = board_of(self._league, self.games)
        if self._walk.best_total[HARD] + self._walk.best_total[LOCK] > 0:
            # Scored by weights that hold no more.
            self._walk.has_best = 0
