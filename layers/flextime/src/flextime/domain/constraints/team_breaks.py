"""Breaks of a team in some slots (RobinX BR1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.breaks import breaks
from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamBreaks(Rule):
    """Each of `teams` has at most `max_breaks` breaks of `side` in `slots`."""

    kind: Literal["team_breaks"] = "team_breaks"
    max_breaks: int
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        slots = frozenset(self.slots)
        for team in timeline.teams(self.teams):
            found = breaks(timeline, team, slots, self.side)
            if len(found) > self.max_breaks:
                yield Deviation(
                    amount=len(found) - self.max_breaks,
                    message=(
                        f"{timeline.name(team)} has {len(found)} breaks"
                        f"{self.side.words} in {len(slots)} chosen slots, at most"
                        f" {self.max_breaks} are allowed"
                    ),
                    teams=(team,),
                    games=tuple(game.game.id for game in found),
                )
