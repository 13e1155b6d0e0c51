"""Total number of breaks of several teams.

RobinX BR2 and objective BM.
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
class TotalBreaks(BreakLimits):
    """Limit the breaks of `side` in `slots` for all teams together."""

    kind: Literal["total_breaks"] = "total_breaks"
    slots: tuple[SlotId, ...] | None = None
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield one deviation: how far the number of breaks is outside the limits."""
        slots = None if self.slots is None else frozenset(self.slots)
        count = sum(
            len(breaks(timeline, team, slots, self.side))
            for team in timeline.teams(self.teams)
        )
        amount = self.excess(count)
        if amount:
            yield Deviation(
                amount=amount,
                message=f"{count} breaks{self.side.phrase}, {self.limits_text}",
                teams=self.teams or (),
            )
