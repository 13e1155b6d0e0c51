"""Weights of single hard constraints that grow while they stay violated.

A local optimum violates the same few constraints again and again. As their weights grow
it stops being optimal and the search leaves it: guided local search (Voudouris and
Tsang 1999, doi 10.1016/S0377-2217(98)00099-X). Weights of satisfied constraints decay
as in Hutter, Tompkins and Hoos (2002), doi 10.1007/3-540-46135-3_16.

While solutions still change, every constraint is violated now and then; if each time
counted, all weights would grow until the search freezes. A constraint may therefore
have to be violated at several consecutive observations, as in a local optimum, where
alone the weights of Morris (1993), The breakout method for escaping from local minima,
AAAI-93, grow.
"""

import numpy as np
from numpy.typing import NDArray

from flextime_solver.annealing.penalty_params import ConstraintWeightParams
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague, Ints
from flextime_solver.solution.violations import Deviations

UNIT = 10
"""Initial weight of a unit of hard deviation: compiled weights are integers, so a tenth
is the smallest growth."""
_Factors = NDArray[np.float64]


class ConstraintWeights:
    """A copy of a league whose hard constraints change their weight.

    Parameters
    ----------
    league
        The league; it is not changed.
    params
        Default values, with which no weight changes, if omitted.

    Attributes
    ----------
    league
        The copy, by which solutions are scored. After each change of weights they must
        be scored anew.
    """

    def __init__(
        self, league: CompiledLeague, params: ConstraintWeightParams | None = None
    ) -> None:
        params = params or ConstraintWeightParams()
        self.league: CompiledLeague = league.copy()  # type: ignore[attr-defined] # a record
        self.league.base_weight = UNIT * league.base_weight
        pairs = self.league.pair_rules
        pairs[pairs[:, 1] == HARD, 2] *= UNIT
        self._counters = _WeightFactors(
            self.league.counter_row[: league.counters, 2],
            self.league.counter_row[: league.counters, 3] != SOFT,
            params,
        )
        self._sequences = _WeightFactors(
            self.league.sequence_rules[:, 2],
            self.league.sequence_rules[:, 1] != SOFT,
            params,
        )
        self._write()

    def update(self, deviations: Deviations) -> bool:
        """Raise the weights of violated constraints and let those of others decay.

        Returns
        -------
        Whether any weight of the league changed.
        """
        counters = self._counters.update(deviations.counters)
        sequences = self._sequences.update(deviations.sequences)
        if counters or sequences:
            self._write()
        return counters or sequences

    def reset(self) -> None:
        """Restore the initial weights of hard constraints."""
        self._counters.reset()
        self._sequences.reset()
        self._write()

    def reweight_aggregates(self, factor: float) -> None:
        """Multiply the initial weights of aggregate soft constraints by a factor.

        Aggregate constraints sum a value over all teams, such as the number of breaks.
        """
        aggregates = self.league.value_counter[: self.league.team_values]
        self._counters.reweight_soft(aggregates, factor)
        self._write()

    def _write(self) -> None:
        league = self.league
        league.counter_row[: league.counters, 2] = self._counters.rounded()
        league.counter_weight[: league.counters] = self._counters.rounded()
        league.sequence_rules[:, 2] = self._sequences.rounded()


class _WeightFactors:
    """Initial weights of some constraints and the factors that they have grown by."""

    def __init__(
        self, initial: Ints, hard: NDArray[np.bool_], params: ConstraintWeightParams
    ) -> None:
        self._initial = np.where(hard, UNIT, 1) * initial
        self._hard = hard
        self._params = params
        self._consecutive = np.zeros(len(initial), np.int64)
        self._growth: _Factors = np.ones(len(initial))
        self._soft_factor: _Factors = np.ones(len(initial))

    def update(self, deviations: Ints) -> bool:
        params = self._params
        before = self.rounded()
        violated = self._hard & (deviations > 0)
        self._consecutive = np.where(violated, self._consecutive + 1, 0)
        grows = violated & (self._consecutive % params.patience == 0)
        growth = params.growth * np.minimum(deviations, params.max_deviation)
        decayed = 1 + params.decay * (self._growth - 1)
        factors = np.where(violated, self._growth + grows * growth, decayed)
        self._growth = np.minimum(params.max_factor, factors)
        return bool((self.rounded() != before).any())

    def reset(self) -> None:
        self._growth[:] = 1.0
        self._consecutive[:] = 0

    def reweight_soft(self, chosen: Ints, factor: float) -> None:
        self._soft_factor[chosen] = np.where(self._hard[chosen], 1.0, factor)

    def rounded(self) -> Ints:
        weights = np.rint(self._initial * self._growth * self._soft_factor)
        integers: Ints = weights.astype(np.int64)
        return integers
