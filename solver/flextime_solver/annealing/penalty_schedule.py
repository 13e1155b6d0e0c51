"""Penalty weight of hard deviations, within an anneal and from one to the next.

The violations that an anneal leaves tell what a hard deviation has to cost in the next
one: strategic oscillation as in `annealing.adaptive_penalty`, over whole anneals.
"""

from flextime_solver.annealing.penalty_params import PenaltyScheduleParams


class PenaltySchedule:
    """Factor of the penalty weight in one anneal, and that of the next anneal.

    Attributes
    ----------
    factor
        Present penalty weight as a multiple of the one at which the anneal began.
    """

    def __init__(self, params: PenaltyScheduleParams | None = None) -> None:
        self._params = params or PenaltyScheduleParams()
        self.factor = 1.0
        self._updated_at = 0.0

    def update(self, progress: float, *, feasible: bool) -> None:
        """Raise the factor while no solution is feasible.

        Without any feasible solution it reaches `max_rise` at the end of the anneal,
        however often it is updated.

        Parameters
        ----------
        progress
            Progress of the anneal (0 to 1).
        feasible
            Whether a solution since the last update was feasible.
        """
        since = progress - self._updated_at
        self._updated_at = progress
        start = self._params.rise_start
        if not feasible and progress > start:
            self.factor *= self._params.max_rise ** (since / (1 - start))

    def next_factor(self, violations: float, *, after_main: bool) -> float:
        """Return the next anneal's first penalty weight as a multiple of this one's.

        Parameters
        ----------
        violations
            Hard deviations for each team at the end of the anneal.
        after_main
            Whether constraint weights were adapted in it: then any violation left
            counts, and none lowers the weight.
        """
        params = self._params
        if violations > params.many_violations:
            return params.many_factor
        if violations > params.some_violations or (after_main and violations > 0):
            return params.some_factor
        # If feasible solutions came only after the weight had risen, it was not too
        # large.
        lower = after_main and self.factor < params.some_factor
        return params.none_factor if lower else 1.0
