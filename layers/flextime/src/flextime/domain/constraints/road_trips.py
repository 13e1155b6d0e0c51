"""Minimum number of road trips of each team.

RobinX BR4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.consecutive_games import consecutive_games
from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.errors import InvalidField
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class RoadTrips(Rule):
    """Require `min_trips` sequences of two or more away games in `slots`."""

    kind: Literal["road_trips"] = "road_trips"
    min_trips: int
    slots: tuple[SlotId, ...] | None = None
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.min_trips < 1:
            raise InvalidField("min_trips", "must be at least 1")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, the missing road trips."""
        for team in timeline.teams(self.teams):
            games = tuple(
                played
                for played in timeline.games_of(team)
                if self.slots is None or played.slot.id in self.slots
            )
            trips = [
                run for run in consecutive_games(games, at_home=False) if len(run) > 1
            ]
            if len(trips) < self.min_trips:
                yield Deviation(
                    amount=self.min_trips - len(trips),
                    message=(
                        f"{timeline.name(team)} has {len(trips)} road trips,"
                        f" {self.min_trips} are required"
                    ),
                    teams=(team,),
                )
