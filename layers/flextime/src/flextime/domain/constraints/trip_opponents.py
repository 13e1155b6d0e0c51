"""Number of opponents of a group on one road trip.

RobinX CA5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.consecutive_games import consecutive_games
from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.rule import Deviation
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TripOpponents(GameLimits):
    """Limit the visits to `opponents` on each road trip that visits one of them."""

    kind: Literal["trip_opponents"] = "trip_opponents"
    opponents: tuple[TeamId, ...]
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each trip, how far its number of visits is outside the limits."""
        for team in timeline.teams(self.teams):
            for run in consecutive_games(timeline.games_of(team), at_home=False):
                visits = [game for game in run if game.opponent in self.opponents]
                amount = self.excess(len(visits)) if visits else 0
                if amount:
                    yield Deviation(
                        amount=amount,
                        message=(
                            f"{timeline.name(team)} visits {len(visits)} of the group"
                            f" from {run[0].date} to {run[-1].date}, {self.limits_text}"
                        ),
                        teams=(team,),
                        games=tuple(game.game.id for game in visits),
                    )
