"""Boards at several temperatures side by side; neighbours change places now and then.

Exchange Monte Carlo (Hukushima and Nemoto 1996, doi 10.1143/JPSJ.65.1604), which is
known as parallel tempering too: a cold board that is stuck rises, is ordered anew and
comes down again, so that no valley holds the search for good.
"""

from collections.abc import Callable
from math import exp
from typing import Protocol

import numpy as np

from flextime_solver.model.schedules import Placed
from flextime_solver.params import Rungs


class Board(Protocol):
    """What a ladder holds: games that moves change."""

    @property
    def games(self) -> list[Placed]: ...

    def score(self) -> tuple[float, float]:
        """Hard deviations, and what all else costs, in the unit of temperature."""
        ...

    def step(self, moves: int, temperature: float, price: float) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken."""
        ...


NextPrice = Callable[[float, int, int, float], float]
"""Of a hard deviation, from its price now, feasible boards, moves and temperature."""


class Ladder:
    """Boards on rungs of falling temperature, built by a cooling.

    Parameters
    ----------
    board_at
        Makes a board of these games, with random numbers of its own.
    games
        Where the cooling begins.
    rungs
        In the unit of temperature that boards are scored in.
    seed
        Of the numbers that exchanges are drawn by.
    price
        What a unit of hard deviation costs at first, in that unit.
    next_price
        What it costs on a rung after some moves there; always the same if left out.
    """

    def __init__(
        self,
        board_at: Callable[[list[Placed]], Board],
        games: list[Placed],
        rungs: Rungs,
        seed: int,
        *,
        price: float = 1.0,
        next_price: NextPrice | None = None,
    ) -> None:
        self._board_at = board_at
        self._begin = rungs.begin
        self._temperatures = rungs.temperatures
        self._boards = [board_at(games)]
        self._prices = [price]
        self._next_price = next_price
        self._random = np.random.default_rng(seed)
        self._next, self._sweeps = 0, 0

    @property
    def coldest(self) -> Board:
        """The board on the last rung that there is by now."""
        return self._boards[-1]

    def go_on_from(self, games: list[Placed]) -> None:
        """Have the boards on all rungs begin anew at these games."""
        self._boards = [self._board_at(games) for _ in self._boards]

    def cool(self, moves: int, done: float) -> None:
        """Make `moves` moves of the cooling, `done` so far (0 to 1).

        One board moves; it leaves a copy behind on each rung that it passes.
        """
        temperature = self._begin * (self._temperatures[-1] / self._begin) ** done
        while temperature < self._temperatures[len(self._boards) - 1]:
            self._leave_behind()
        self._move(len(self._boards) - 1, moves, temperature)

    def climb(self, moves: int) -> None:
        """Make `moves` moves on one rung; after the last one neighbours exchange."""
        while len(self._boards) < len(self._temperatures):
            self._leave_behind()
        self._move(self._next, moves, self._temperatures[self._next])
        self._next = (self._next + 1) % len(self._boards)
        if self._next == 0:
            self._exchange()

    def _leave_behind(self) -> None:
        self._boards.append(self._board_at(self._boards[-1].games))
        self._prices.append(self._prices[-1])

    def _move(self, rung: int, moves: int, temperature: float) -> None:
        price = self._prices[rung]
        feasible = self._boards[rung].step(moves, temperature, price)
        if self._next_price is not None:
            self._prices[rung] = self._next_price(price, feasible, moves, temperature)

    def _exchange(self) -> None:
        """Every second pair of neighbours by turns, as detailed balance asks for."""
        boards = self._boards
        for hot in range(self._sweeps % 2, len(boards) - 1, 2):
            cold = hot + 1
            as_they_are = self._cost(hot, boards[hot]) + self._cost(cold, boards[cold])
            exchanged = self._cost(hot, boards[cold]) + self._cost(cold, boards[hot])
            if self._random.random() < exp(min(0.0, as_they_are - exchanged)):
                boards[hot], boards[cold] = boards[cold], boards[hot]
        self._sweeps += 1

    def _cost(self, rung: int, board: Board) -> float:
        """In temperatures of the rung."""
        hard, soft = board.score()
        return (self._prices[rung] * hard + soft) / self._temperatures[rung]
