"""Penalty weight of hard deviations that keeps part of the solutions feasible.

The weight rises while no solution is feasible and falls while most are: the strategic
oscillation of Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8.
"""

from flextime_solver.annealing.penalty_params import AdaptivePenaltyParams


class AdaptivePenalty:
    """Update rule of the penalty weight of a unit of hard deviation.

    Parameters
    ----------
    scale
        The league's scale in milli-points (`instance.scale.scale`); weights and
        temperatures are in milli-points too.
    params
        Default values if omitted.
    """

    def __init__(
        self, scale: float, params: AdaptivePenaltyParams | None = None
    ) -> None:
        self._scale = scale
        self._params = params or AdaptivePenaltyParams()

    @property
    def initial(self) -> float:
        """Weight at which a search begins."""
        return self._params.initial_scales * self._scale

    def update(
        self, weight: float, feasible: int, moves: int, temperature: float
    ) -> float:
        """Return the weight after `moves` moves that led to `feasible` solutions."""
        params = self._params
        if feasible == 0:
            weight *= params.increase_factor
        elif 2 * feasible > moves:
            weight /= params.decrease_factor
        minimum = max(
            params.min_temperatures * temperature, params.min_scales * self._scale
        )
        return min(max(weight, minimum), params.max_ratio * minimum)
