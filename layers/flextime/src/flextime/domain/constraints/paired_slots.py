"""Pairs of slots with the same meetings, as in a mirrored season.

RobinX SE2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class PairedSlots(Rule):
    """Require the same meetings, at any venue, in both slots of each pair of slots."""

    kind: Literal["paired_slots"] = "paired_slots"
    slot_pairs: tuple[tuple[SlotId, SlotId], ...]
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each pair that meets in only one of two slots."""
        for one, other in self.slot_pairs:
            met_in_one = self._meetings(timeline, one)
            met_in_other = self._meetings(timeline, other)
            for pair in sorted(
                tuple(sorted(meeting)) for meeting in met_in_one ^ met_in_other
            ):
                names = " and ".join(map(timeline.name, pair))
                yield Deviation(
                    amount=1,
                    message=f"{names} meet in only one of the slots {one} and {other}",
                    teams=pair,
                )

    def _meetings(self, timeline: "Timeline", slot: SlotId) -> set[frozenset[TeamId]]:
        teams = timeline.teams(self.teams)
        return {
            frozenset((game.home, game.away))
            for game in timeline.in_slot(slot)
            if game.home in teams and game.away in teams
        }
