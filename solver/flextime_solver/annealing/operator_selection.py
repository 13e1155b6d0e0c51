"""Adaptive operator selection: how often each move is tried.

The adaptive weights of Ropke and Pisinger (2006), doi 10.1287/trsc.1050.0135. The gain
of a move is divided by its cost, as Pisinger and Ropke (2007) do with time,
doi 10.1016/j.cor.2005.09.012; the cost is counted in games moved and not in seconds, so
that a seed gives the same moves on every machine.
"""

import numpy as np

from flextime_solver.annealing.params import OperatorSelectionParams
from flextime_solver.moves.search_state import Floats, SearchState


class OperatorSelection:
    """Sets the frequencies of a state's moves by their gain per unit of work.

    Gain is the total improvement of accepted moves less their total deterioration, so
    a move that only goes back and forth gains nothing at any temperature.

    Parameters
    ----------
    state
        Its `weights` are overwritten at each update; the present ones are the given
        frequencies.
    params
        Default values, which learn nothing, if omitted.
    """

    def __init__(
        self, state: SearchState, params: OperatorSelectionParams | None = None
    ) -> None:
        self._state = state
        self._params = params or OperatorSelectionParams()
        self._given: Floats = state.weights.copy()
        self._seen = self._counts()
        self._recent = np.zeros_like(self._seen)

    def update(self) -> None:
        """Set the frequencies by gain and work since the start, recent ones most."""
        counts = self._counts()
        self._recent = self._params.decay * self._recent + (counts - self._seen)
        self._seen = counts
        gain, work = self._recent
        yields = np.maximum(gain, 0.0) / np.maximum(work, 1.0)
        if yields.sum() == 0:
            return
        learned = yields / yields.sum()
        share = self._params.learned_share
        self._state.weights[:] = (1 - share) * self._given + share * learned

    def _counts(self) -> Floats:
        return np.stack([self._state.gain, self._state.work]).astype(np.float64)
