"""Breaks: two games in a row of a team on the same side."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flextime.domain.constraints.counted import limits_in_words, outside
from flextime.domain.constraints.rule import Rule, refuse_negative
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class BreakLimits(Rule):
    """Allowed are `min_breaks` to `max_breaks`."""

    min_breaks: int = 0
    max_breaks: int

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(min_breaks=self.min_breaks)
        if self.max_breaks < self.min_breaks:
            raise ValueError("max_breaks must not be less than min_breaks")

    def excess(self, count: int) -> int:
        """How far a number of breaks lies outside the limits."""
        return outside(count, self.min_breaks, self.max_breaks)

    @property
    def allowed(self) -> str:
        """The limits, as the end of a sentence."""
        return limits_in_words(self.min_breaks, self.max_breaks)


def breaks(
    timeline: "Timeline",
    team: TeamId,
    slots: Collection[SlotId] | None = None,
    side: Side = Side.EITHER,
) -> list["TeamGame"]:
    """The second games of a team's breaks, which the break belongs to."""
    return [
        game
        for before, game in pairwise(timeline.of(team))
        if game.at_home == before.at_home
        and side.counts(game)
        and (slots is None or game.slot.id in slots)
    ]
