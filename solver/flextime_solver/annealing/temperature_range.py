"""Range of temperatures of main anneals and of reheats."""

from dataclasses import dataclass, field
from math import sqrt
from typing import Self

from flextime_solver.annealing.stages import Stage


@dataclass(frozen=True, slots=True)
class TemperatureRangeParams:
    """Limits of the range that was measured, and of reheats within it.

    Attributes
    ----------
    latest_start
        Progress of the calibration (0 to 1) whose temperature is the lowest at which
        main anneals begin. Single solutions differ by as much as they improve on the
        way, so the measurement alone may be too low.
    min_reheat
        Minimum initial temperature of a reheat as a share of that of a main anneal. A
        reheat from a lower one ends at the solution at which it began, and the final
        temperature from which the middle is computed is not measured well.
    min_reheat_penalty
        Minimum penalty weight of a reheat as a share of the calibration's. With a
        smaller one no feasible solution is found before the weight has risen again; the
        same holds for a main anneal with less than the calibration's weight.
    """

    latest_start: float = 1 / 3
    min_reheat: float = 0.5
    min_reheat_penalty: float = 0.5

    def __post_init__(self) -> None:
        if not 0 < self.latest_start < 1:
            raise ValueError("latest_start must lie between 0 and 1")
        if not 0 < self.min_reheat <= 1:
            raise ValueError("min_reheat must be greater than 0 and at most 1")
        if not 0 < self.min_reheat_penalty <= 1:
            raise ValueError("min_reheat_penalty must be greater than 0 and at most 1")


@dataclass(frozen=True, slots=True)
class TemperatureRange:
    """Temperatures of main anneals at a penalty weight.

    Attributes
    ----------
    initial, final
        Temperatures in milli-points.
    penalty_weight
        Cost of a unit of hard deviation at which they were measured, in milli-points.
    params
        Limits of main anneals and reheats.
    """

    initial: float
    final: float
    penalty_weight: float
    params: TemperatureRangeParams = field(default_factory=TemperatureRangeParams)

    @classmethod
    def measured_in(
        cls,
        calibration: Stage,
        initial: float,
        final: float,
        params: TemperatureRangeParams | None = None,
    ) -> Self:
        """Return the range that a calibration has measured, limited by `params`."""
        params = params or TemperatureRangeParams()
        return cls(
            max(initial, calibration.temperature(params.latest_start)),
            final,
            calibration.penalty_weight,
            params,
        )

    def min_penalty_weight(self, *, reheat: bool) -> float:
        """Return the minimum penalty weight of an anneal, in milli-points."""
        share = self.params.min_reheat_penalty if reheat else 1.0
        return share * self.penalty_weight

    def at(self, penalty_weight: float, *, reheat: bool) -> tuple[float, float]:
        """Return initial and final temperature of an anneal in milli-points.

        A reheat begins at the geometric middle of the range, or higher if `params`
        say so.
        """
        # With a larger penalty weight solutions freeze at higher temperatures. With a
        # smaller one soft constraints still freeze where they did.
        factor = sqrt(max(1.0, penalty_weight / self.penalty_weight))
        initial, final = factor * self.initial, factor * self.final
        middle = max(sqrt(initial * final), self.params.min_reheat * initial)
        return (middle if reheat else initial), final
