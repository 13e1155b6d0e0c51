"""An anneal with geometric cooling and an adaptive penalty weight."""

from collections.abc import Callable

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.annealing.operator_selection import OperatorSelection
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.annealing.penalty_params import AdaptivePenaltyParams
from flextime_solver.moves.search_state import SearchState

MakeMoves = Callable[[SearchState, int], int]
"""Makes a number of moves; returns after how many of them the solution is feasible."""


class Cooling:
    """Advances a search through one anneal.

    Parameters
    ----------
    state
        State of the search; its temperature and penalty weight are set here.
    params
        Temperatures of the anneal, in units of `scale`.
    scale
        The league's scale in milli-points (`instance.scale.scale`).
    operators
        Updated after every call.
    penalty
        Parameters of the adaptive penalty weight; default values if omitted.
    """

    def __init__(
        self,
        state: SearchState,
        params: AnnealParams,
        scale: float,
        operators: OperatorSelection,
        penalty: AdaptivePenaltyParams | None = None,
    ) -> None:
        self._state = state
        self._params = params
        self._scale = scale
        self._operators = operators
        self._penalty = AdaptivePenalty(scale, penalty)
        state.trip_cost = scale
        # A later anneal of the same search continues with the weight it reached.
        if state.hard_weight == 0:
            state.hard_weight = self._penalty.initial

    def step(self, make_moves: MakeMoves, moves: int, progress: float) -> None:
        """Make `moves` moves at the temperature that belongs to `progress` (0 to 1)."""
        state, params = self._state, self._params
        ratio = params.final_temperature / params.initial_temperature
        state.temperature = (
            self._scale * params.initial_temperature * ratio ** min(1.0, progress)
        )
        feasible = make_moves(state, moves)
        self._operators.update()
        state.hard_weight = self._penalty.update(
            state.hard_weight, feasible, moves, state.temperature
        )
