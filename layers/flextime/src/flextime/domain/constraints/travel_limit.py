"""Kilometres that teams may travel (RobinX FA5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_negative
from flextime.domain.ids import TeamId
from flextime.domain.schedules.travel import travel_m

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TravelLimit(Rule):
    """`teams` together travel at most `max_km` under the league's travel model.

    The deviation is the excess in kilometres, a begun one counts whole.
    """

    kind: Literal["travel_limit"] = "travel_limit"
    max_km: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(max_km=self.max_km)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        model = timeline.league.goals.travel_model
        total_m = sum(
            travel_m(timeline, team, model) for team in timeline.teams(self.teams)
        )
        excess_km = -(-(total_m - 1000 * self.max_km) // 1000)
        if excess_km > 0:
            yield Deviation(
                amount=excess_km,
                message=(
                    f"{total_m / 1000:.0f} km are travelled, at most {self.max_km} are"
                    " allowed"
                ),
                teams=self.teams or (),
            )
