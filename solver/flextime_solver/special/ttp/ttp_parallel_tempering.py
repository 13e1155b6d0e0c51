"""Parallel tempering of the schedules of a travelling tournament.

A single anneal converges to one basin, however slow it is. With parallel tempering
(`annealing.parallel_tempering`) a schedule can rise to a temperature at which whole
rounds are exchanged, and come down into another basin.
"""

from collections.abc import Callable
from typing import Self

import numpy as np

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.annealing.parallel_tempering import ParallelTempering, Replica
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.params import TtpAnnealingParams
from flextime_solver.special.ttp.ttp_annealer import TtpAnnealer


class TtpParallelTempering:
    """An anneal of one schedule that sets up the replicas, then parallel tempering.

    Parameters
    ----------
    replica_at
        Function that returns a replica of the games it is given.
    games
        Initial schedule, complete.
    scale
        Mean trip cost of the league in milli-points.
    params
        Temperatures, and the length of the anneal.
    seed
        Seed of the exchanges.
    """

    def __init__(
        self,
        replica_at: Callable[[list[PlacedGame]], Replica],
        games: list[PlacedGame],
        scale: float,
        params: TtpAnnealingParams,
        seed: int,
    ) -> None:
        self._params = params
        self._cooling_moves = params.cooling_moves_per_cube * len(games) ** 3
        self._moves = 0
        penalty = AdaptivePenalty(scale)
        self._tempering = ParallelTempering(
            replica_at,
            games,
            params.replicas.scaled(scale),
            seed,
            penalty_weight=penalty.initial,
            update_penalty=penalty.update,
        )

    @classmethod
    def of_league(
        cls,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        params: TtpAnnealingParams,
    ) -> Self:
        """Return parallel tempering whose replicas report their best to `state`."""
        random = np.random.default_rng(int(state.random[0]))

        def replica_at(games: list[PlacedGame]) -> TtpAnnealer:
            seed = int(random.integers(2**62))
            return TtpAnnealer(league, state, games, scale, seed)

        return cls(replica_at, games, scale, params, int(random.integers(2**62)))

    @property
    def moves(self) -> int:
        """Number of moves of all replicas."""
        return self._moves

    def step(self, progress: float) -> None:
        """Make `moves_per_call` moves of a search at `progress` (0 to 1)."""
        moves = self._params.moves_per_call
        cooled = max(
            progress / self._params.cooling_share, self._moves / self._cooling_moves
        )
        if cooled < 1:
            self._tempering.anneal(moves, cooled)
        else:
            self._tempering.step(moves)
        self._moves += moves
