"""Parameters of anneals, of parallel tempering and of operator selection."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnnealParams:
    """Parameters of one anneal.

    Attributes
    ----------
    share
        Share of the search's budget, relative to the shares of the other anneals.
    initial_temperature
        First temperature in units of the league's scale.
    final_temperature
        Last temperature in units of the league's scale.
    from_best
        Whether the anneal starts from the incumbent, this worker's or another's,
        instead of the solution at which the anneal before it ended.
    """

    share: float
    initial_temperature: float
    final_temperature: float
    from_best: bool = False

    def __post_init__(self) -> None:
        if self.share <= 0:
            raise ValueError("share must be greater than 0")
        if not 0 < self.final_temperature <= self.initial_temperature:
            raise ValueError(
                "final_temperature must be greater than 0 and at most"
                " initial_temperature"
            )


@dataclass(frozen=True, slots=True)
class ReplicaTemperatures:
    """Temperatures of the replicas of parallel tempering.

    They form a geometric sequence, in the unit in which the replicas are scored.
    Solutions lose all order above `initial_temperature` and hardly change below
    `final_temperature`; about every third exchange of two neighbours should succeed.

    Attributes
    ----------
    begin
        Temperature at which the anneal begins that builds the replicas.
    initial_temperature
        Temperature of the hottest replica.
    final_temperature
        Temperature of the coldest replica.
    number
        Number of replicas.
    """

    begin: float
    initial_temperature: float
    final_temperature: float
    number: int

    def __post_init__(self) -> None:
        if not 0 < self.final_temperature < self.initial_temperature <= self.begin:
            raise ValueError(
                "final_temperature, initial_temperature and begin must rise from"
                " above 0"
            )
        if self.number < 2:
            raise ValueError("number must be at least 2")

    @property
    def temperatures(self) -> tuple[float, ...]:
        """Temperatures of all replicas, the hottest first."""
        ratio = (self.final_temperature / self.initial_temperature) ** (
            1 / (self.number - 1)
        )
        return tuple(
            self.initial_temperature * ratio**replica for replica in range(self.number)
        )

    def scaled(self, factor: float) -> "ReplicaTemperatures":
        """Return these temperatures multiplied by a factor."""
        return ReplicaTemperatures(
            self.begin * factor,
            self.initial_temperature * factor,
            self.final_temperature * factor,
            self.number,
        )


@dataclass(frozen=True, slots=True)
class CostProfileParams:
    """Parameters of the measurement of the useful range of temperatures.

    Attributes
    ----------
    max_bins
        Maximum number of bins of equally many samples over which costs are averaged.
    min_bins
        Number of bins below which nothing is concluded.
    frozen_share
        Share of the anneal's total gain that is still to come when solutions count as
        frozen (0 to 1).
    """

    max_bins: int = 24
    min_bins: int = 4
    frozen_share: float = 0.02

    def __post_init__(self) -> None:
        if not 2 <= self.min_bins <= self.max_bins:
            raise ValueError("min_bins and max_bins must rise from at least 2")
        if not 0 <= self.frozen_share < 1:
            raise ValueError("frozen_share must be at least 0 and less than 1")


@dataclass(frozen=True, slots=True)
class RangeParams:
    """How an anneal's temperatures follow from the cost profile of the one before it.

    Attributes
    ----------
    gain_to_come
        Share of the total gain that was still to come where the new anneal begins
        (0 to 1).
    freezing_factor
        Its final temperature as a multiple of that at which solutions were frozen:
        less than 1, since solutions freeze later the more slowly they are cooled.
    """

    gain_to_come: float
    freezing_factor: float

    def __post_init__(self) -> None:
        if not 0 < self.gain_to_come < 1:
            raise ValueError("gain_to_come must lie between 0 and 1")
        if self.freezing_factor <= 0:
            raise ValueError("freezing_factor must be greater than 0")


@dataclass(frozen=True, slots=True)
class OperatorSelectionParams:
    """Parameters of adaptive operator selection.

    Attributes
    ----------
    learned_share
        Share of attempts that follow the learned frequencies (0 to 1). The rest keep
        the given ones, so that no operator is ever given up.
    decay
        Factor by which earlier gains and work count less at each update (0 to 1).
    """

    learned_share: float = 0.0
    decay: float = 0.99

    def __post_init__(self) -> None:
        if not 0 <= self.learned_share <= 1:
            raise ValueError("learned_share must lie between 0 and 1")
        if not 0 <= self.decay <= 1:
            raise ValueError("decay must lie between 0 and 1")
