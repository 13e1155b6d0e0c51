"""Games between two groups of teams in some slots (RobinX CA4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.counted import CountedRule
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class GroupGames(CountedRule):
    """`teams` meet `opponents` so often in `slots`, all teams together.

    Attributes
    ----------
    side
        Of `teams`: home counts the games that they host. A game counts once.
    each_slot
        Whether the limits hold for every slot alone; else for all together.
    """

    kind: Literal["group_games"] = "group_games"
    teams: tuple[TeamId, ...]
    opponents: tuple[TeamId, ...]
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    each_slot: bool = False

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
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
                        f"{len(games)} games{self.side.words} of a group of"
                        f" {len(self.teams)} teams against a group of"
                        f" {len(self.opponents)} in {len(slots)} chosen slots from"
                        f" {slots[0]}, {self.allowed}"
                    ),
                    games=tuple(games),
                )

    def _windows(self) -> Iterator[tuple[SlotId, ...]]:
        if self.each_slot:
            yield from ((slot,) for slot in self.slots)
        elif self.slots:
            yield self.slots
