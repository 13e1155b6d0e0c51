"""Number of breaks of a team in given slots.

RobinX BR1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.breaks import BreakLimits, breaks
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamBreaks(BreakLimits):
    """Limit the breaks of `side` in `slots` for each team."""

    kind: Literal["team_breaks"] = "team_breaks"
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, how far its number of breaks is outside the limits."""
        slots = frozenset(self.slots)
        for team in timeline.teams(self.teams):
            found = breaks(timeline, team, slots, self.side)
            amount = self.excess(len(found))
            if amount:
                yield Deviation(
                    amount=amount,
                    message=(
                        f"{timeline.name(team)} has {len(found)} breaks"
                        f"{self.side.phrase} in {len(slots)} slots,"
                        f" {self.limits_text}"
                    ),
                    teams=(team,),
                    games=tuple(game.game.id for game in found),
                )
