"""Opponents of a group on one road trip (RobinX CA5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.counted import CountedRule
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.runs import runs
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TripOpponents(CountedRule):
    """A run of away games that visits `opponents` visits so many of them."""

    kind: Literal["trip_opponents"] = "trip_opponents"
    opponents: tuple[TeamId, ...]
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        for team in timeline.teams(self.teams):
            for run in runs(timeline.of(team), at_home=False):
                visits = [game for game in run if game.opponent in self.opponents]
                amount = self.excess(len(visits)) if visits else 0
                if amount:
                    yield Deviation(
                        amount=amount,
                        message=(
                            f"{timeline.name(team)} visits {len(visits)} of the group"
                            f" from {run[0].date} to {run[-1].date}, {self.allowed}"
                        ),
                        teams=(team,),
                        games=tuple(game.game.id for game in visits),
                    )
