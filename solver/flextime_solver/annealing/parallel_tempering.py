"""Parallel tempering: replicas at several temperatures whose neighbours are exchanged.

Exchange Monte Carlo (Hukushima and Nemoto 1996, doi 10.1143/JPSJ.65.1604). A cold
solution in a local optimum moves to higher temperatures, is changed there and returns,
so that no basin holds the search for good.
"""

from collections.abc import Callable
from math import exp
from typing import Protocol

import numpy as np

from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.solution.conversion import PlacedGame


class Replica(Protocol):
    """A solution that moves change."""

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present solution."""
        ...

    def score(self) -> tuple[float, float]:
        """Hard deviations, and the cost of all else in the unit of temperature."""
        ...

    def step(self, moves: int, temperature: float, penalty_weight: float, /) -> int:
        """Make `moves` moves; return after how many the solution is feasible."""
        ...


UpdatePenalty = Callable[[float, int, int, float], float]
"""Penalty weight after some moves, from the weight so far, the number of feasible
solutions, the number of moves, and the temperature."""


class ParallelTempering:
    """Replicas at falling temperatures, built by an anneal.

    Parameters
    ----------
    replica_at
        Makes a replica of some games, with random numbers of its own.
    games
        Games at which the anneal begins.
    temperatures
        In the unit in which replicas are scored.
    seed
        Seed of the acceptance of exchanges.
    penalty_weight
        Initial cost of a unit of hard deviation, in the unit of temperature.
    update_penalty
        Updates a replica's penalty weight after its moves; constant if omitted.
    """

    def __init__(
        self,
        replica_at: Callable[[list[PlacedGame]], Replica],
        games: list[PlacedGame],
        temperatures: ReplicaTemperatures,
        seed: int,
        *,
        penalty_weight: float = 1.0,
        update_penalty: UpdatePenalty | None = None,
    ) -> None:
        self._replica_at = replica_at
        self._begin = temperatures.begin
        self._temperatures = temperatures.temperatures
        self._replicas = [replica_at(games)]
        self._penalty_weights = [penalty_weight]
        self._update_penalty = update_penalty
        self._random = np.random.default_rng(seed)
        self._next, self._sweeps = 0, 0

    @property
    def coldest(self) -> Replica:
        """The replica at the lowest temperature reached so far."""
        return self._replicas[-1]

    def restart_from(self, games: list[PlacedGame]) -> None:
        """Replace the solutions of all replicas by these games."""
        self._replicas = [self._replica_at(games) for _ in self._replicas]

    def anneal(self, moves: int, progress: float) -> None:
        """Make `moves` moves of the anneal that builds the replicas.

        One solution is annealed; it leaves a copy at each temperature that it passes.

        Parameters
        ----------
        progress
            Progress of the anneal (0 to 1).
        """
        temperature = self._begin * (self._temperatures[-1] / self._begin) ** progress
        while temperature < self._temperatures[len(self._replicas) - 1]:
            self._copy_last()
        self._move(len(self._replicas) - 1, moves, temperature)

    def step(self, moves: int) -> None:
        """Make `moves` moves on the next replica, and exchanges after the last."""
        while len(self._replicas) < len(self._temperatures):
            self._copy_last()
        self._move(self._next, moves, self._temperatures[self._next])
        self._next = (self._next + 1) % len(self._replicas)
        if self._next == 0:
            self._exchange()

    def _copy_last(self) -> None:
        self._replicas.append(self._replica_at(self._replicas[-1].games))
        self._penalty_weights.append(self._penalty_weights[-1])

    def _move(self, place: int, moves: int, temperature: float) -> None:
        weight = self._penalty_weights[place]
        feasible = self._replicas[place].step(moves, temperature, weight)
        if self._update_penalty is not None:
            self._penalty_weights[place] = self._update_penalty(
                weight, feasible, moves, temperature
            )

    def _exchange(self) -> None:
        """Try to exchange every second pair of neighbours.

        Even and odd pairs alternate from sweep to sweep: exchanges of one sweep then
        do not depend on each other, as detailed balance requires.
        """
        replicas = self._replicas
        for hot in range(self._sweeps % 2, len(replicas) - 1, 2):
            cold = hot + 1
            present = self._energy(hot, replicas[hot]) + self._energy(
                cold, replicas[cold]
            )
            exchanged = self._energy(hot, replicas[cold]) + self._energy(
                cold, replicas[hot]
            )
            if self._random.random() < exp(min(0.0, present - exchanged)):
                replicas[hot], replicas[cold] = replicas[cold], replicas[hot]
        self._sweeps += 1

    def _energy(self, place: int, replica: Replica) -> float:
        """Cost of a replica at a place, divided by the temperature there."""
        hard, soft = replica.score()
        weight = self._penalty_weights[place]
        return (weight * hard + soft) / self._temperatures[place]
