"""Breaks of several teams together (RobinX BR2)."""

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
    """All `teams` have `min_breaks` to `max_breaks` breaks of `side` in `slots`."""

    kind: Literal["total_breaks"] = "total_breaks"
    slots: tuple[SlotId, ...] | None = None
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        slots = None if self.slots is None else frozenset(self.slots)
        count = sum(
            len(breaks(timeline, team, slots, self.side))
            for team in timeline.teams(self.teams)
        )
        amount = self.excess(count)
        if amount:
            yield Deviation(
                amount=amount,
                message=f"{count} breaks{self.side.words}, {self.allowed}",
                teams=self.teams or (),
            )
