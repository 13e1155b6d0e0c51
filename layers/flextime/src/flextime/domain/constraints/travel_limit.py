"""Maximum travel of a group of teams.

RobinX FA5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative
from flextime.domain.ids import TeamId
from flextime.domain.schedules.travel import travel_m

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TravelLimit(Rule):
    """Limit the travel of all `teams` together to `max_km` kilometres.

    Travel is measured under the travel model of the league.
    """

    kind: Literal["travel_limit"] = "travel_limit"
    max_km: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(max_km=self.max_km)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield the excess in whole kilometres, rounded up, as one deviation."""
        model = timeline.league.goals.travel_model
        total_m = sum(
            travel_m(timeline, team, model) for team in timeline.teams(self.teams)
        )
        excess_km = -(-(total_m - 1000 * self.max_km) // 1000)
        if excess_km > 0:
            yield Deviation(
                amount=excess_km,
                message=(
                    f"the teams travel {total_m / 1000:.0f} km, at most"
                    f" {self.max_km} km are allowed"
                ),
                teams=self.teams or (),
            )
