"""What solutions cost at each temperature of a quick cooling: where cooling pays.

Above a range of temperatures solutions are as good as random, below it they are frozen.
Where it lies differs by a factor of ten between leagues, whatever their weights.
"""

import numpy as np

_BINS, _MIN_BINS = 24, 4
_FROZEN_SHARE = 0.02
"""Of what a cooling gained: where so little was still to come, solutions are frozen."""


class CostProfile:
    """Costs of solutions on the way from the hottest temperature to the coldest."""

    def __init__(self) -> None:
        self._temperatures: list[float] = []
        self._costs: list[float] = []

    def add(self, temperature: float, cost: float) -> None:
        self._temperatures.append(temperature)
        self._costs.append(cost)

    @property
    def seen(self) -> bool:
        """Whether there is a cost at all."""
        return bool(self._costs)

    def range(self, share_to_come: float, slower: float) -> tuple[float, float]:
        """Hottest and coldest temperature of a cooling that has more time.

        It begins where `share_to_come` of what this one gained was still to come, and
        ends at `slower` times the temperature where solutions were frozen, since they
        freeze later the slower they cool. All temperatures seen, where too few solutions
        were seen to tell, or where they all cost the same.

        Raises
        ------
        ValueError
            If none was seen.
        """
        bins = min(_BINS, len(self._costs) // 2)
        initial_temperature, final_temperature = (
            max(self._temperatures),
            min(self._temperatures),
        )
        if bins < _MIN_BINS:
            return initial_temperature, final_temperature
        # The first solutions tell where the search came from, not how hot it is.
        costs = np.array([c.mean() for c in np.array_split(self._costs, bins)][1:])
        heats = np.array([t.mean() for t in np.array_split(self._temperatures, bins)])
        to_come = (costs - costs.min()) / max(np.ptp(costs), 1e-9)
        hot = np.flatnonzero(to_come > share_to_come)
        cold = np.flatnonzero(to_come > _FROZEN_SHARE)
        if not len(cold):
            return initial_temperature, final_temperature
        return float(heats[1:][hot[-1]]), slower * float(heats[1:][cold[-1]])
