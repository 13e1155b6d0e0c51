"""What a good schedule is, beside breaking no rule."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.points import MAX_WEIGHT


class TravelModel(StrEnum):
    """When a team goes home between two away games (docs/model.md)."""

    ROUND_TRIPS = "round_trips"
    """Always: model A."""
    THREE_DAY_RULE = "three_day_rule"
    """Unless the next game is away and at most three days later: model B."""
    CHAIN = "chain"
    """Never between away games that follow each other: model C."""


@dataclass(frozen=True, slots=True)
class Goals:
    """What counts in the objective.

    Attributes
    ----------
    travel_model
        The model whose kilometres count.
    travel_points_per_km
        Points of the objective for a kilometre; a soft rule's weight is in points.
    """

    travel_model: TravelModel = TravelModel.THREE_DAY_RULE
    travel_points_per_km: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.travel_points_per_km <= MAX_WEIGHT:
            raise ValueError(
                f"travel_points_per_km must lie between 0 and {MAX_WEIGHT}"
            )
