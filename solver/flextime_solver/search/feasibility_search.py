"""Search for a first feasible solution by hard constraints alone.

An anneal orders a solution by constraints of equal weight. If a few stay violated, a
repair phase, in which weights of violated constraints grow, alternates with parallel
tempering. Weights that adapt while the whole solution still changes would freeze it
too soon. Hard constraints come first as in the first stage of Rosati, Petris,
Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

from collections.abc import Callable

import numpy as np

from flextime_solver.annealing.constraint_weights import ConstraintWeights
from flextime_solver.annealing.parallel_tempering import ParallelTempering
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.scale import relative_size
from flextime_solver.moves.search_state import SearchState
from flextime_solver.search.params import FeasibilitySearchParams
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import PlacedGame

MakeSearch = Callable[
    [CompiledLeague, SearchState, list[PlacedGame], ConstraintWeights, int],
    PenalisedSearch,
]
"""Makes a search from the arguments of `PenalisedSearch`."""


class FeasibilitySearch:
    """An anneal, then repair phases and parallel tempering in alternation.

    Parameters
    ----------
    league
        The league by which the incumbent is scored.
    hard_constraints
        The league reduced to hard constraints (`instance.hard_constraints`).
    state
        State that records every better solution.
    games
        Games at which the anneal begins.
    params
        Default values if omitted.
    make_search
        Makes the searches of single solutions.
    """

    def __init__(
        self,
        league: CompiledLeague,
        hard_constraints: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        params: FeasibilitySearchParams | None = None,
        *,
        make_search: MakeSearch = PenalisedSearch,
    ) -> None:
        self._league = league
        self._hard_constraints = hard_constraints
        self._state = state
        self._params = params or FeasibilitySearchParams()
        self._make_search = make_search
        self._random = np.random.default_rng(int(state.random[0]))
        self._equal_weights = ConstraintWeights(hard_constraints)
        self._repair: PenalisedSearch | None = None
        # The fewer games, the higher the temperature of a solution that violates none.
        self._unit = 1 / relative_size(hard_constraints)
        self._tempering = ParallelTempering(
            lambda games: self._search(games, self._equal_weights),
            games,
            self._params.replicas.scaled(self._unit),
            self._seed(),
        )
        self._annealed_moves, self._alternation_moves = 0, 0

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the coldest replica."""
        return self._tempering.coldest.games

    def restart_from(self, games: list[PlacedGame]) -> None:
        """Replace all present solutions by these games; phases continue."""
        self._tempering.restart_from(games)
        if self._repair is not None:
            self._repair.restart_from(games)

    def step(self, moves: int, progress: float) -> None:
        """Make `moves` moves.

        Parameters
        ----------
        progress
            Progress of the anneal (0 to 1); from 1 on repair phases and parallel
            tempering alternate.
        """
        if progress < 1:
            self._tempering.anneal(moves, progress)
            self._annealed_moves += moves
            return
        if self._alternation_moves < self._annealed_moves:
            self._step_repair(moves)
        else:
            self._tempering.step(moves)
        self._alternation_moves += moves
        length = 1 + self._params.tempering_length
        if self._alternation_moves >= length * self._annealed_moves:
            self._alternation_moves = 0

    def _step_repair(self, moves: int) -> None:
        """Advance the repair phase, which is as long as the anneal was.

        Each one begins at the coldest replica and with equal weights.
        """
        params = self._params
        if self._repair is None:
            weights = ConstraintWeights(self._hard_constraints, params.repair_weights)
            self._repair = self._search(self.games, weights)
        elif self._alternation_moves == 0:
            self._repair.restart_from(self.games)
            self._repair.reset_weights()
        initial, final = (
            params.repair_initial_temperature,
            params.repair_final_temperature,
        )
        progress = self._alternation_moves / self._annealed_moves
        temperature = initial * (final / initial) ** progress
        self._repair.step(
            moves, self._unit * temperature, penalty_weight=1.0, adapts_weights=True
        )

    def _search(
        self, games: list[PlacedGame], weights: ConstraintWeights
    ) -> PenalisedSearch:
        seed = self._seed()
        return self._make_search(self._league, self._state, games, weights, seed)

    def _seed(self) -> int:
        return int(self._random.integers(2**62))
