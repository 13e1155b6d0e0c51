"""The goals of a league: how travel contributes to the objective."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.errors import InvalidField
from flextime.domain.points import MAX_WEIGHT


class TravelModel(StrEnum):
    """When a team returns home between two away games (docs/model.md)."""

    ROUND_TRIPS = "round_trips"
    """After every away game (model A)."""
    THREE_DAY_RULE = "three_day_rule"
    """Unless the next game is away and at most three days later (model B)."""
    CHAIN = "chain"
    """Never between consecutive away games (model C), as in the travelling tournament
    problem, doi:10.1007/3-540-45578-7_43."""


@dataclass(frozen=True, slots=True)
class Goals:
    """The weight of travel in the objective.

    Attributes
    ----------
    travel_model
        The model under which travel is measured.
    travel_points_per_km
        Points of the objective for each kilometre, 0 to `MAX_WEIGHT`. Weights of soft
        constraints are in the same points.

    Raises
    ------
    ValueError
        If `travel_points_per_km` is out of range.
    """

    travel_model: TravelModel = TravelModel.THREE_DAY_RULE
    travel_points_per_km: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.travel_points_per_km <= MAX_WEIGHT:
            raise InvalidField(
                "travel_points_per_km", f"must lie between 0 and {MAX_WEIGHT}"
            )
