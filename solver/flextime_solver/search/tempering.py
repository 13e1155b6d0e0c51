"""Boards at several temperatures side by side; neighbours change places now and then.

Exchange Monte Carlo (Hukushima and Nemoto 1996, doi 10.1143/JPSJ.65.1604), which is
known as parallel tempering too: a cold board that is stuck rises, is ordered anew and
comes down again, and hot ones are never waited for.
"""

from collections.abc import Sequence
from math import exp
from typing import Protocol

import numpy as np

from flextime_solver.model.schedules import Placed

_HOTTEST, _COLDEST, _RUNGS = 0.62, 0.2, 8
"""Temperatures in units of hard deviation: above them boards forget what was ordered,
below they move no more; of exchanges between two rungs every third or so succeeds."""
TEMPERATURES = tuple(
    _HOTTEST * (_COLDEST / _HOTTEST) ** (rung / (_RUNGS - 1)) for rung in range(_RUNGS)
)
"""Of all rungs, the hottest first."""


class Board(Protocol):
    """What a ladder holds; a `search.weighed.WeighedSearch` is one."""

    @property
    def games(self) -> list[Placed]: ...

    def score(self) -> tuple[float, float]: ...

    def step(self, moves: int, temperature: float, price: float) -> int: ...


class Ladder:
    """Boards on rungs of falling temperature.

    Parameters
    ----------
    boards
        One for each of `TEMPERATURES`, the hottest first.
    seed
        Of the numbers that exchanges are drawn by.
    """

    def __init__(self, boards: Sequence[Board], seed: int) -> None:
        self._boards = list(boards)
        self._random = np.random.default_rng(seed)
        self._next, self._sweeps = 0, 0

    @property
    def boards(self) -> Sequence[Board]:
        """On which rung each stands now, the hottest first."""
        return tuple(self._boards)

    def step(self, moves: int) -> None:
        """Make `moves` moves on one board; after the last board neighbours exchange."""
        self._boards[self._next].step(moves, TEMPERATURES[self._next], price=1.0)
        self._next = (self._next + 1) % len(self._boards)
        if self._next == 0:
            self._exchange()

    def _exchange(self) -> None:
        """Every second pair of neighbours by turns, so that detailed balance holds."""
        boards = self._boards
        for hot in range(self._sweeps % 2, len(boards) - 1, 2):
            cold = hot + 1
            colder_by = 1 / TEMPERATURES[cold] - 1 / TEMPERATURES[hot]
            worse_by = boards[cold].score()[0] - boards[hot].score()[0]
            if self._random.random() < exp(min(0.0, colder_by * worse_by)):
                boards[hot], boards[cold] = boards[cold], boards[hot]
        self._sweeps += 1
