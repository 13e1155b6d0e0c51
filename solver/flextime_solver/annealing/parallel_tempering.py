"""Solutions at several temperatures side by side; neighbours change places now and then.

Exchange Monte Carlo (Hukushima and Nemoto 1996, doi 10.1143/JPSJ.65.1604), which is
known as parallel tempering too: a cold solution that is stuck rises, is ordered anew and
comes down again, so that no valley holds the search for good.
"""

from collections.abc import Callable
from math import exp
from typing import Protocol

import numpy as np

from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.solution.conversion import PlacedGame


class Solution(Protocol):
    """What a ladder holds: games that moves change."""

    @property
    def games(self) -> list[PlacedGame]: ...

    def score(self) -> tuple[float, float]:
        """Hard deviations, and what all else costs, in the unit of temperature."""
        ...

    def step(self, moves: int, temperature: float, price: float) -> int:
        """Make `moves` moves; after how many of them no hard rule was broken."""
        ...


NextPrice = Callable[[float, int, int, float], float]
"""Of a hard deviation, from its price now, feasible solutions, moves and temperature."""


class Ladder:
    """Solutions on rungs of falling temperature, built by a cooling.

    Parameters
    ----------
    solution_at
        Makes a solution of these games, with random numbers of its own.
    games
        Where the cooling begins.
    replicas
        In the unit of temperature that solutions are scored in.
    seed
        Of the numbers that exchanges are drawn by.
    price
        What a unit of hard deviation costs at first, in that unit.
    next_price
        What it costs on a rung after some moves there; always the same if left out.
    """

    def __init__(
        self,
        solution_at: Callable[[list[PlacedGame]], Solution],
        games: list[PlacedGame],
        replicas: ReplicaTemperatures,
        seed: int,
        *,
        price: float = 1.0,
        next_price: NextPrice | None = None,
    ) -> None:
        self._solution_at = solution_at
        self._begin = replicas.begin
        self._temperatures = replicas.temperatures
        self._solutions = [solution_at(games)]
        self._prices = [price]
        self._next_price = next_price
        self._random = np.random.default_rng(seed)
        self._next, self._sweeps = 0, 0

    @property
    def final_temperature(self) -> Solution:
        """The solution on the last rung that there is by now."""
        return self._solutions[-1]

    def go_on_from(self, games: list[PlacedGame]) -> None:
        """Have the solutions on all rungs begin anew at these games."""
        self._solutions = [self._solution_at(games) for _ in self._solutions]

    def cool(self, moves: int, done: float) -> None:
        """Make `moves` moves of the cooling, `done` so far (0 to 1).

        One solution moves; it leaves a copy behind on each rung that it passes.
        """
        temperature = self._begin * (self._temperatures[-1] / self._begin) ** done
        while temperature < self._temperatures[len(self._solutions) - 1]:
            self._leave_behind()
        self._move(len(self._solutions) - 1, moves, temperature)

    def climb(self, moves: int) -> None:
        """Make `moves` moves on one rung; after the last one neighbours exchange."""
        while len(self._solutions) < len(self._temperatures):
            self._leave_behind()
        self._move(self._next, moves, self._temperatures[self._next])
        self._next = (self._next + 1) % len(self._solutions)
        if self._next == 0:
            self._exchange()

    def _leave_behind(self) -> None:
        self._solutions.append(self._solution_at(self._solutions[-1].games))
        self._prices.append(self._prices[-1])

    def _move(self, replica: int, moves: int, temperature: float) -> None:
        price = self._prices[replica]
        feasible = self._solutions[replica].step(moves, temperature, price)
        if self._next_price is not None:
            self._prices[replica] = self._next_price(
                price, feasible, moves, temperature
            )

    def _exchange(self) -> None:
        """Every second pair of neighbours by turns, as detailed balance asks for."""
        solutions = self._solutions
        for hot in range(self._sweeps % 2, len(solutions) - 1, 2):
            cold = hot + 1
            as_they_are = self._cost(hot, solutions[hot]) + self._cost(
                cold, solutions[cold]
            )
            exchanged = self._cost(hot, solutions[cold]) + self._cost(
                cold, solutions[hot]
            )
            if self._random.random() < exp(min(0.0, as_they_are - exchanged)):
                solutions[hot], solutions[cold] = solutions[cold], solutions[hot]
        self._sweeps += 1

    def _cost(self, replica: int, solution: Solution) -> float:
        """In temperatures of the rung."""
        hard, soft = solution.score()
        return (self._prices[replica] * hard + soft) / self._temperatures[replica]
