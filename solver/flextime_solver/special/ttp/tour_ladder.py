"""Tours at several temperatures side by side (`search.tempering`).

Cooled tours fall into a valley and stay there, however slowly they cool; one that rises
to where rounds are still exchanged comes down into another.
"""

import numpy as np

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.annealing.parallel_tempering import ParallelTempering
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.params import TtpAnnealingParams
from flextime_solver.special.ttp.touring import Touring


class TourLadder:
    """A cooling of one tour that builds the ladder, then all of them by turns.

    Parameters
    ----------
    league, state
        A travelling tournament, and the state that gets every better schedule of it.
    games
        Where the cooling begins.
    scale
        A mean journey, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        params: TtpAnnealingParams,
    ) -> None:
        random = np.random.default_rng(int(state.random[0]))

        def tour_at(games: list[PlacedGame]) -> Touring:
            return Touring(league, state, games, scale, int(random.integers(2**62)))

        self._params = params
        self._cooling_moves = params.cooling_moves_per_cube * len(games) ** 3
        self._moves = 0
        penalty = AdaptivePenalty(scale)
        self._ladder = ParallelTempering(
            tour_at,
            games,
            params.replicas.scaled(scale),
            int(random.integers(2**62)),
            penalty_weight=penalty.initial,
            update_penalty=penalty.update,
        )

    @property
    def moves(self) -> int:
        """So many of all tours."""
        return self._moves

    def step(self, done: float) -> None:
        """Some thousand moves of a search that is `done` so far (0 to 1)."""
        moves = self._params.moves_per_call
        cooled = max(
            done / self._params.cooling_share, self._moves / self._cooling_moves
        )
        if cooled < 1:
            self._ladder.anneal(moves, cooled)
        else:
            self._ladder.step(moves)
        self._moves += moves
