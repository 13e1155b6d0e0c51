"""Breaks, and the base class of constraints that limit their number.

A break is a game at home after a home game, or away after an away game, of the same
team; it belongs to the slot of the second game. Byes do not prevent a break.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flextime.domain.constraints.game_limits import (
    describe_limits,
    deviation_from_limits,
)
from flextime.domain.constraints.rule import Rule, ensure_not_negative
from flextime.domain.constraints.side import Side
from flextime.domain.errors import InvalidField
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class BreakLimits(Rule):
    """Limit a number of breaks to `min_breaks` to `max_breaks`.

    Raises
    ------
    ValueError
        If `min_breaks` is negative or greater than `max_breaks`.
    """

    min_breaks: int = 0
    max_breaks: int

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(min_breaks=self.min_breaks)
        if self.max_breaks < self.min_breaks:
            raise InvalidField("max_breaks", "must not be less than min_breaks")

    def excess(self, count: int) -> int:
        """Return how far a number of breaks is outside the limits."""
        return deviation_from_limits(count, self.min_breaks, self.max_breaks)

    @property
    def limits_text(self) -> str:
        """The limits as the end of a sentence."""
        return describe_limits(self.min_breaks, self.max_breaks)


def breaks(
    timeline: "Timeline",
    team: TeamId,
    slots: Collection[SlotId] | None = None,
    side: Side = Side.EITHER,
) -> list["TeamGame"]:
    """Return the second game of each break of a team.

    Parameters
    ----------
    slots
        Only breaks in these slots count; None counts all.
    side
        Only home breaks, only away breaks, or both.
    """
    return [
        game
        for before, game in pairwise(timeline.games_of(team))
        if game.at_home == before.at_home
        and side.counts(game)
        and (slots is None or game.slot.id in slots)
    ]
