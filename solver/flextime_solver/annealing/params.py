"""Temperatures of one anneal, and of the replicas of parallel tempering."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnnealParams:
    """One cooling of the search.

    Attributes
    ----------
    share
        Of the search's budget; shares are relative to each other.
    initial_temperature, final_temperature
        Temperatures as shares of the league's scale (`search.scale`).
    from_best
        Whether it starts from the best solution, its own or a neighbour worker's, and
        not from where the last one ended.
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
                "final_temperature must be greater than 0 and at most initial_temperature"
            )


@dataclass(frozen=True, slots=True)
class ReplicaTemperatures:
    """Temperatures of a ladder (`search.tempering`), in whatever unit it is used with.

    Above the hottest solutions forget what was ordered, below the coldest they hardly
    move; of the exchanges between two neighbours every third should succeed.

    Attributes
    ----------
    begin
        Where the cooling begins that builds the ladder.
    initial_temperature, final_temperature, number
        Of the rungs, each so many times as hot as the next one.
    """

    begin: float
    initial_temperature: float
    final_temperature: float
    number: int

    def __post_init__(self) -> None:
        if not 0 < self.final_temperature < self.initial_temperature <= self.begin:
            raise ValueError(
                "final_temperature, initial_temperature and begin must rise from above 0"
            )
        if self.number < 2:  # neighbours exchange
            raise ValueError("number must be at least 2")

    @property
    def temperatures(self) -> tuple[float, ...]:
        """Of all rungs, the hottest first."""
        ratio = (self.final_temperature / self.initial_temperature) ** (
            1 / (self.number - 1)
        )
        return tuple(
            self.initial_temperature * ratio**replica for replica in range(self.number)
        )

    def times(self, unit: float) -> "ReplicaTemperatures":
        """The same, in another unit."""
        return ReplicaTemperatures(
            self.begin * unit,
            self.initial_temperature * unit,
            self.final_temperature * unit,
            self.number,
        )
