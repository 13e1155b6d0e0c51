"""Size limits of the MIP models."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeLimits:
    """Sizes up to which leagues are modelled, found by experiment.

    Attributes
    ----------
    max_small_placements
        Ordered pairs of teams times slots of a small league, one that is solved to
        optimality in seconds. Eight teams in a double round robin have 784.
    max_small_travel_variables
        Travel variables of a small league.
    max_travel_variables
        Travel variables of any model; a larger league is not supported.
    max_carry_over_teams
        Teams of a model with a carry-over rule; a larger league is not supported.

    Raises
    ------
    ValueError
        If a limit is negative.
    """

    max_small_placements: int = 1_000
    max_small_travel_variables: int = 10_000
    max_travel_variables: int = 400_000
    max_carry_over_teams: int = 8

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative")


DEFAULT_SIZE_LIMITS = SizeLimits()
