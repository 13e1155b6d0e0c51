"""A game that must be played in one of the slots named for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_empty
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class FixedGame(Rule):
    """`home` plays `away` at home in one of `slots`."""

    osss_rule: ClassVar[str] = "specific_date_fixture"

    kind: Literal["fixed_game"] = "fixed_game"
    home: TeamId
    away: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.home == self.away:
            raise ValueError("home and away must be two teams")
        refuse_empty(self.slots, "slots")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        meetings = timeline.between(self.home, self.away)
        if any(m.at_home and m.slot.id in self.slots for m in meetings):
            return
        yield Deviation(
            amount=1,
            message=(
                f"{timeline.name(self.home)} must host {timeline.name(self.away)}"
                f" on {' or '.join(self.slots)}, and does not"
            ),
            teams=(self.home, self.away),
            games=tuple(m.game.id for m in meetings if m.at_home),
        )
