"""Breaks: two games in a row of a team on the same side."""

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.timeline import TeamGame, Timeline


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
