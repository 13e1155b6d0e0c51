"""Weights of hard rules that grow while a rule stays broken.

A solution that no move betters breaks the same few rules again and again. As these grow
heavier the solution stops being the best around, and others get their turn: guided local
search (Voudouris and Tsang 1999, doi 10.1016/S0377-2217(98)00099-X), with weights that
fade once a rule is kept, as in Hutter, Tompkins and Hoos (2002),
doi 10.1007/3-540-46135-3_16.

On a solution that still moves every rule is broken now and then. If each time counted all
would grow heavier, until the solution is stuck; so a rule may have to be found broken
several times in a row first, as in a local minimum, where alone the weights of Morris
(1993), The breakout method for escaping from local minima, AAAI-93, grow.
"""

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague, Ints
from flextime_solver.solution.violations import Deviations

UNIT = 10
"""What a unit of hard deviation weighs at first: weights are whole and grow slowly."""
_GROWTH = 0.1
"""Of the first weight, for each deviation; so much at most for three."""
_MAX_DEVIATIONS = 3
_FADING = 0.97
"""What a rule that is kept holds of its growth."""
_Factors = NDArray[np.float64]


class RuleWeights:
    """A league of its own to score solutions by, whose hard rules change their weight.

    Parameters
    ----------
    heaviest
        How many times its first weight a rule may grow to: without a limit one that
        cannot be kept would freeze all others.
    patience
        How many times in a row a rule must be found broken to grow, each time anew.
    """

    def __init__(
        self, league: CompiledLeague, heaviest: float = 1.0, patience: int = 1
    ) -> None:
        self.league: CompiledLeague = league.copy()  # type: ignore[attr-defined] # a record
        self.league.base_weight = UNIT * league.base_weight
        pairs = self.league.pair_rules
        pairs[pairs[:, 1] == HARD, 2] *= UNIT
        self._counters = _Weights(
            self.league.counter_row[: league.counters, 2],
            self.league.counter_row[: league.counters, 3] != SOFT,
            heaviest,
            patience,
        )
        self._sequences = _Weights(
            self.league.sequence_rules[:, 2],
            self.league.sequence_rules[:, 1] != SOFT,
            heaviest,
            patience,
        )
        self._write()

    def learn(self, deviations: Deviations) -> bool:
        """Rules that a solution breaks grow heavier, the others fade.

        Whether any weight is another one now; if so, solutions must be scored anew.
        """
        counters = self._counters.learn(deviations.counters)
        sequences = self._sequences.learn(deviations.sequences)
        if counters or sequences:
            self._write()
        return counters or sequences

    def forget(self) -> None:
        """First weights again; solutions must be scored anew."""
        self._counters.forget()
        self._sequences.forget()
        self._write()

    def stress_sums(self, times: float) -> None:
        """Have soft rules that add up all teams, as on all breaks, weigh so much more.

        Solutions must be scored anew.
        """
        sums = self.league.value_counter[: self.league.team_values]
        self._counters.stress(sums, times)
        self._write()

    def _write(self) -> None:
        league = self.league
        league.counter_row[: league.counters, 2] = self._counters.whole()
        league.counter_weight[: league.counters] = self._counters.whole()
        league.sequence_rules[:, 2] = self._sequences.whole()


class _Weights:
    """Of some rules: their first weights, and how many times heavier they are now."""

    def __init__(
        self, first: Ints, hard: NDArray[np.bool_], heaviest: float, patience: int
    ) -> None:
        self._first = np.where(hard, UNIT, 1) * first
        self._hard = hard
        self._heaviest = heaviest
        self._patience = patience
        self._in_a_row = np.zeros(len(first), np.int64)
        self._times: _Factors = np.ones(len(first))
        self._stress: _Factors = np.ones(len(first))

    def learn(self, deviations: Ints) -> bool:
        before = self.whole()
        broken = self._hard & (deviations > 0)
        self._in_a_row = np.where(broken, self._in_a_row + 1, 0)
        stays = broken & (self._in_a_row % self._patience == 0)
        growth = _GROWTH * np.minimum(deviations, _MAX_DEVIATIONS)
        faded = 1 + _FADING * (self._times - 1)
        times = np.where(broken, self._times + stays * growth, faded)
        self._times = np.minimum(self._heaviest, times)
        return bool((self.whole() != before).any())

    def forget(self) -> None:
        self._times[:] = 1.0
        self._in_a_row[:] = 0

    def stress(self, chosen: Ints, times: float) -> None:
        self._stress[chosen] = np.where(self._hard[chosen], 1.0, times)

    def whole(self) -> Ints:
        weights = np.rint(self._first * self._times * self._stress)
        whole: Ints = weights.astype(np.int64)
        return whole
