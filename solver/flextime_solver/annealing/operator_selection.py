"""Which moves are tried how often: learned from what they have brought.

The adaptive choice of Ropke and Pisinger (2006), doi 10.1287/trsc.1050.0135, with what
a move brings counted against what it costs, as Pisinger and Ropke (2007) do with time,
doi 10.1016/j.cor.2005.09.012. Work is counted in games moved, not in seconds: the same
seed makes the same moves on every machine.
"""

import numpy as np

from flextime_solver.moves.search_state import Floats, SearchState

_FADING = 0.99
"""What counts of the moves before, at each look a few thousand moves later."""


class Mix:
    """Weighs a state's moves by what they gain for each unit of work.

    A gain is what solutions became better by, less what they became worse by: moves that
    only go to and fro gain nothing, whatever the temperature lets them do.

    Parameters
    ----------
    learned_share
        Of all tries, how many go by what was learned (0 to 1); the rest keep the mix
        that the state was made with, so that no move of it is ever given up.
    """

    def __init__(self, state: SearchState, learned_share: float) -> None:
        self._state = state
        self._given: Floats = state.weights.copy()
        self._learned_share = learned_share
        self._seen = self._counts()
        self._recent = np.zeros_like(self._seen)

    def learn(self) -> None:
        """Look at what moves brought since the last look, and weigh them anew."""
        counts = self._counts()
        self._recent = _FADING * self._recent + (counts - self._seen)
        self._seen = counts
        gained, work = self._recent
        yields = np.maximum(gained, 0.0) / np.maximum(work, 1.0)
        if yields.sum() == 0:
            return
        learned = yields / yields.sum()
        share = self._learned_share
        self._state.weights[:] = (1 - share) * self._given + share * learned

    def _counts(self) -> Floats:
        return np.stack([self._state.brought, self._state.work]).astype(np.float64)
