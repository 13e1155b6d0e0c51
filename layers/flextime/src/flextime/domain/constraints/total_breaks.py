"""Breaks of several teams together (RobinX BR2)."""

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
class TotalBreaks(Rule):
    """`teams` together have at most `max_breaks` breaks of `side` in `slots`."""

    kind: Literal["total_breaks"] = "total_breaks"
    max_breaks: int
    slots: tuple[SlotId, ...] | None = None
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        slots = None if self.slots is None else frozenset(self.slots)
        count = sum(
            len(breaks(timeline, team, slots, self.side))
            for team in timeline.teams(self.teams)
        )
        if count > self.max_breaks:
            yield Deviation(
                amount=count - self.max_breaks,
                message=f"{count} breaks, at most {self.max_breaks} are allowed",
                teams=self.teams or (),
            )
