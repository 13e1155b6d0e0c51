"""Mean cost of solutions at each temperature of an anneal.

Above the useful range of temperatures solutions are as good as random, below it they
are frozen. The range differs between leagues by a factor of ten, whatever their
weights, so it is measured by a short anneal.
"""

import numpy as np

from flextime_solver.annealing.params import CostProfileParams, RangeParams


class CostProfile:
    """Samples of temperature and cost along an anneal, the hottest first."""

    def __init__(self, params: CostProfileParams | None = None) -> None:
        self._params = params or CostProfileParams()
        self._temperatures: list[float] = []
        self._costs: list[float] = []

    def add(self, temperature: float, cost: float) -> None:
        """Add a sample; temperature and cost are in milli-points."""
        self._temperatures.append(temperature)
        self._costs.append(cost)

    @property
    def has_samples(self) -> bool:
        """Whether there is at least one sample."""
        return bool(self._costs)

    def range(self, params: RangeParams) -> tuple[float, float]:
        """Return initial and final temperature for a slower anneal.

        All temperatures sampled, if the samples are too few to tell or cost the same.

        Raises
        ------
        ValueError
            If there is no sample.
        """
        bins = min(self._params.max_bins, len(self._costs) // 2)
        hottest, coldest = max(self._temperatures), min(self._temperatures)
        if bins < self._params.min_bins:
            return hottest, coldest
        # The first bin is left out: its costs tell where the anneal started from.
        costs = np.array([c.mean() for c in np.array_split(self._costs, bins)][1:])
        temperatures = np.array(
            [t.mean() for t in np.array_split(self._temperatures, bins)][1:]
        )
        to_come = (costs - costs.min()) / max(np.ptp(costs), 1e-9)
        hot = np.flatnonzero(to_come > params.gain_to_come)
        moving = np.flatnonzero(to_come > self._params.frozen_share)
        if not len(moving):
            return hottest, coldest
        freezing = float(temperatures[moving[-1]])
        return float(temperatures[hot[-1]]), params.freezing_factor * freezing
