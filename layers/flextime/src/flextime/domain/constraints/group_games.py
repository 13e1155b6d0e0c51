"""Number of games between two groups of teams in given slots.

RobinX CA4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class GroupGames(GameLimits):
    """Limit the games of `teams` against `opponents` in `slots`.

    The games of all `teams` are counted together, each game once.

    Attributes
    ----------
    side
        Side of the games that count, from the point of view of `teams`.
    each_slot
        Whether the limits apply to each slot separately, or to all `slots` together.
    """

    kind: Literal["group_games"] = "group_games"
    teams: tuple[TeamId, ...]
    opponents: tuple[TeamId, ...]
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    each_slot: bool = False

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield how far a number of games is outside the limits."""
        for slots in self._windows():
            games = [
                game.id
                for slot in slots
                for game in timeline.in_slot(slot)
                if self.side.is_between(game, self.teams, self.opponents)
            ]
            amount = self.excess(len(games))
            if amount:
                yield Deviation(
                    amount=amount,
                    message=(
                        f"{len(games)} games{self.side.phrase} of a group of"
                        f" {len(self.teams)} teams against a group of"
                        f" {len(self.opponents)} in {len(slots)} slots from"
                        f" {slots[0]}, {self.limits_text}"
                    ),
                    games=tuple(games),
                )

    def _windows(self) -> Iterator[tuple[SlotId, ...]]:
        if self.each_slot:
            yield from ((slot,) for slot in self.slots)
        elif self.slots:
            yield self.slots
