"""Parameters of the feasibility search and of the annealing of constraints."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import (
    CostProfileParams,
    RangeParams,
    ReplicaTemperatures,
)
from flextime_solver.annealing.penalty_params import (
    ConstraintWeightParams,
    PenaltyScheduleParams,
)
from flextime_solver.annealing.temperature_range import TemperatureRangeParams


@dataclass(frozen=True, slots=True)
class FeasibilitySearchParams:
    """Parameters of the search for a first feasible solution.

    Temperatures are in units of hard deviation for a league of usual size; those of
    smaller leagues are higher (`instance.scale.relative_size`).

    Attributes
    ----------
    replicas
        Temperatures of the first anneal and of parallel tempering.
    repair_initial_temperature
        Temperature at which a repair phase begins.
    repair_final_temperature
        Temperature at which a repair phase ends.
    repair_weights
        Weights of single hard constraints in the repair phase.
    tempering_length
        Length of parallel tempering as a multiple of the repair phase.
    """

    replicas: ReplicaTemperatures = field(
        default_factory=lambda: ReplicaTemperatures(
            begin=1.0, initial_temperature=0.62, final_temperature=0.25, number=6
        )
    )
    repair_initial_temperature: float = 0.45
    repair_final_temperature: float = 0.15
    repair_weights: ConstraintWeightParams = field(
        default_factory=lambda: ConstraintWeightParams(max_factor=3.0)
    )
    tempering_length: int = 4

    def __post_init__(self) -> None:
        if not 0 < self.repair_final_temperature <= self.repair_initial_temperature:
            raise ValueError(
                "repair_final_temperature must be greater than 0 and at most"
                " repair_initial_temperature"
            )
        if self.tempering_length < 0:
            raise ValueError("tempering_length must be at least 0")


@dataclass(frozen=True, slots=True)
class ProbingParams:
    """Parameters of probing anneals.

    Attributes
    ----------
    initial_temperature
        First temperature in units of the league's scale; the penalty weight if that is
        larger.
    final_temperature
        Last temperature in units of the league's scale.
    max_violations
        Hard deviations for each team that a probing anneal may leave if
        `enough_main_anneals` can follow, which can raise the penalty weight themselves:
        a small weight orders soft constraints better. Otherwise the limit is
        `penalty.many_violations`.
    enough_main_anneals
        Number of affordable main anneals from which `max_violations` applies.
    """

    initial_temperature: float = 4.0
    final_temperature: float = 0.03
    max_violations: float = 1.0
    enough_main_anneals: int = 4

    def __post_init__(self) -> None:
        if not 0 < self.final_temperature <= self.initial_temperature:
            raise ValueError(
                "final_temperature must be greater than 0 and at most"
                " initial_temperature"
            )
        if self.max_violations < 0:
            raise ValueError("max_violations must be at least 0")
        if self.enough_main_anneals < 1:
            raise ValueError("enough_main_anneals must be at least 1")


@dataclass(frozen=True, slots=True)
class AggregateParams:
    """Parameters of the larger weight of aggregate soft constraints.

    Aggregate constraints sum a value over all teams, such as the number of breaks. If
    they dominate, patterns of home and away games have to freeze first: "first break,
    then schedule" (Rasmussen and Trick 2008, doi 10.1016/j.ejor.2007.05.046).

    Attributes
    ----------
    min_share
        Share of the soft cost after probing above which their weight is changed
        (0 to 1).
    factor
        Multiple of their weight.
    until
        Progress of an anneal (0 to 1) at which they return to their own weight.
    """

    min_share: float = 0.5
    factor: float = 2.0
    until: float = 0.75

    def __post_init__(self) -> None:
        if not 0 <= self.min_share <= 1:
            raise ValueError("min_share must lie between 0 and 1")
        if self.factor <= 0:
            raise ValueError("factor must be greater than 0")
        if not 0 <= self.until <= 1:
            raise ValueError("until must lie between 0 and 1")


@dataclass(frozen=True, slots=True)
class ConstraintAnnealingParams:
    """Parameters of the annealing of a league in which only constraints cost anything.

    Shares are shares of the whole annealing (0 to 1).

    Attributes
    ----------
    penalty_weight
        Initial cost of a unit of hard deviation, in units of the league's scale.
    probing_share
        Share of each probing anneal.
    max_probing_anneals
        Maximum number of probing anneals.
    calibration_share
        Share of the calibration.
    final_share
        Share of the final anneal; main anneals and reheats have the rest.
    main_moves_per_game
        Moves of one main anneal for each game of the season. There are as many main
        anneals as the budget allows, at least one.
    moves_per_call
        Moves between two looks at the stopping criterion and at violated constraints.
    probing
        Temperatures of probing anneals and the violations that they may leave.
    profile
        Measurement of costs at each temperature.
    calibration_range
        How the temperatures of the calibration follow from those of probing.
    main_range
        How the temperatures of main anneals follow from those of the calibration.
    calibration_heat
        Factor of the calibration's initial temperature where the last probing anneal
        leaves too many violations: more ways are closed, and others need more heat.
    range_limits
        Limits of main anneals and reheats.
    penalty
        Penalty weight within an anneal and from one to the next.
    weights
        Weights of single hard constraints, from the first main anneal on.
    aggregates
        Weight of aggregate soft constraints.
    final_start
        Progress of the last main anneal (0 to 1) at whose temperature the final anneal
        begins.
    """

    penalty_weight: float = 1.5
    probing_share: float = 0.04
    max_probing_anneals: int = 3
    calibration_share: float = 0.15
    final_share: float = 0.12
    main_moves_per_game: float = 100_000.0
    moves_per_call: int = 5000
    probing: ProbingParams = field(default_factory=ProbingParams)
    profile: CostProfileParams = field(default_factory=CostProfileParams)
    calibration_range: RangeParams = field(
        default_factory=lambda: RangeParams(gain_to_come=0.15, freezing_factor=0.35)
    )
    main_range: RangeParams = field(
        default_factory=lambda: RangeParams(gain_to_come=0.5, freezing_factor=0.6)
    )
    calibration_heat: float = 2.0
    range_limits: TemperatureRangeParams = field(default_factory=TemperatureRangeParams)
    penalty: PenaltyScheduleParams = field(default_factory=PenaltyScheduleParams)
    weights: ConstraintWeightParams = field(
        default_factory=lambda: ConstraintWeightParams(max_factor=10.0, patience=10)
    )
    aggregates: AggregateParams = field(default_factory=AggregateParams)
    final_start: float = 0.5

    def __post_init__(self) -> None:
        if self.penalty_weight <= 0:
            raise ValueError("penalty_weight must be greater than 0")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if self.main_moves_per_game <= 0:
            raise ValueError("main_moves_per_game must be greater than 0")
        if self.probing_share <= 0 or self.max_probing_anneals < 1:
            raise ValueError(
                "probing_share must be greater than 0 and max_probing_anneals"
                " at least 1"
            )
        if min(self.calibration_share, self.final_share) < 0:
            raise ValueError("calibration_share and final_share must be at least 0")
        probing_share = self.probing_share * self.max_probing_anneals
        if probing_share + self.calibration_share + self.final_share >= 1:
            raise ValueError("shares must leave something for main anneals")
        if self.calibration_heat < 1:
            raise ValueError("calibration_heat must be at least 1")
        if not 0 <= self.final_start < 1:
            raise ValueError("final_start must be at least 0 and less than 1")
