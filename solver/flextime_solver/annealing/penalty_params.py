"""Parameters of the three mechanisms that weigh violations of hard constraints.

An adaptive penalty follows the share of feasible solutions within an anneal, a penalty
schedule the violations left at the end of one, and constraint weights each constraint.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AdaptivePenaltyParams:
    """Parameters of the penalty weight that follows the share of feasible solutions.

    Attributes
    ----------
    initial_scales
        First weight of a unit of hard deviation, in units of the league's scale.
    increase_factor
        Factor by which the weight rises after a call without a feasible solution.
    decrease_factor
        Divisor by which it falls after a call with more than half feasible solutions.
    min_temperatures
        Lower limit of the weight in units of the temperature.
    min_scales
        Lower limit of the weight in units of the league's scale.
    max_ratio
        Upper limit of the weight as a multiple of the larger one of the lower limits.
    """

    initial_scales: float = 2.0
    increase_factor: float = 1.02
    decrease_factor: float = 1.02
    min_temperatures: float = 2.0
    min_scales: float = 0.5
    max_ratio: float = 80.0

    def __post_init__(self) -> None:
        if self.initial_scales <= 0:
            raise ValueError("initial_scales must be greater than 0")
        if min(self.increase_factor, self.decrease_factor, self.max_ratio) < 1:
            raise ValueError(
                "increase_factor, decrease_factor and max_ratio must be at least 1"
            )
        if self.min_temperatures < 0 or self.min_scales <= 0:
            raise ValueError(
                "min_temperatures must be at least 0 and min_scales greater than 0"
            )


@dataclass(frozen=True, slots=True)
class PenaltyScheduleParams:
    """Parameters of the penalty weight from one anneal to the next.

    Attributes
    ----------
    many_violations
        Hard deviations for each team at the end of an anneal that count as many.
    some_violations
        Hard deviations for each team that count as some.
    many_factor
        Factor of the next anneal's weight after many violations.
    some_factor
        Factor of the next anneal's weight after some violations.
    none_factor
        Factor of the next anneal's weight after a main anneal that ends feasible.
    max_rise
        Factor that the weight reaches within a main anneal that finds no feasible
        solution, and factor of the final anneal's weight.
    rise_start
        Progress of the anneal (0 to 1) from which the weight rises; before, solutions
        are too hot to satisfy all constraints.
    """

    many_violations: float = 0.5
    some_violations: float = 0.15
    many_factor: float = 2.0
    some_factor: float = 1.4
    none_factor: float = 0.7
    max_rise: float = 4.0
    rise_start: float = 0.4

    def __post_init__(self) -> None:
        if not 0 <= self.some_violations <= self.many_violations:
            raise ValueError("some_violations and many_violations must rise from 0")
        if not 0 < self.none_factor <= 1 <= self.some_factor <= self.many_factor:
            raise ValueError(
                "none_factor must lie between 0 and 1, and some_factor and many_factor"
                " must rise from 1"
            )
        if self.max_rise < 1:
            raise ValueError("max_rise must be at least 1")
        if not 0 <= self.rise_start < 1:
            raise ValueError("rise_start must be at least 0 and less than 1")


@dataclass(frozen=True, slots=True)
class ConstraintWeightParams:
    """Parameters of the weights of single hard constraints.

    Attributes
    ----------
    max_factor
        Maximum weight of a constraint as a multiple of its initial weight. Without a
        limit a constraint that cannot be satisfied would outweigh all others.
    patience
        Number of consecutive observations at which a constraint must be violated for
        its weight to grow.
    growth
        Increase for each unit of deviation, as a share of the initial weight.
    max_deviation
        Deviation above which the weight grows no faster.
    decay
        Factor by which the increase shrinks at each observation at which the
        constraint is satisfied (0 to 1).
    """

    max_factor: float = 1.0
    patience: int = 1
    growth: float = 0.1
    max_deviation: int = 3
    decay: float = 0.97

    def __post_init__(self) -> None:
        if self.max_factor < 1:
            raise ValueError("max_factor must be at least 1")
        if self.patience < 1:
            raise ValueError("patience must be at least 1")
        if self.growth < 0 or self.max_deviation < 1:
            raise ValueError("growth must be at least 0 and max_deviation at least 1")
        if not 0 <= self.decay <= 1:
            raise ValueError("decay must lie between 0 and 1")
