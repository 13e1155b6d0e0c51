"""Away games on one weekday only after a home game on another.

The Big 12 basketball manual requires this of "Big Monday": a road game on Monday only
after a home game on Saturday.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Weekday

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class RoadAfterHome(Rule):
    """Require a home game on `home_day` before each away game on `road_day`.

    The first game of a team's season is exempt. So is the second stop of a trip between
    neighbours: an away game on `home_day` too, at most `nearby_km` kilometres away.
    """

    kind: Literal["road_after_home"] = "road_after_home"
    road_day: Weekday = Weekday.MONDAY
    home_day: Weekday = Weekday.SATURDAY
    nearby_km: int = 200
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.nearby_km < 0:
            raise InvalidField("nearby_km", "must not be negative")
        if self.road_day == self.home_day:
            raise InvalidField("road_day", "and home_day must be two days")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each forbidden away game on `road_day`."""
        for team in timeline.teams(self.teams):
            for before, game in pairwise(timeline.games_of(team)):
                if self._breaks(timeline, before, game):
                    yield Deviation(
                        amount=1,
                        message=(
                            f"{timeline.name(team)} goes to"
                            f" {timeline.name(game.opponent)} on"
                            f" {self.road_day.name.title()} {game.date} without a home"
                            f" game on the {self.home_day.name.title()} before"
                        ),
                        teams=(team,),
                        games=(before.game.id, game.game.id),
                    )

    def _breaks(
        self, timeline: "Timeline", before: "TeamGame", game: "TeamGame"
    ) -> bool:
        if game.at_home or game.weekday is not self.road_day:
            return False
        days_between = (self.road_day - self.home_day) % 7
        if (game.date - before.date).days != days_between:
            return True
        return not (before.at_home or self._neighbours(timeline, before, game))

    def _neighbours(
        self, timeline: "Timeline", before: "TeamGame", game: "TeamGame"
    ) -> bool:
        apart_m = timeline.league.home_distance_m(before.opponent, game.opponent)
        return apart_m <= 1000 * self.nearby_km
