"""Days on which a team cannot host: its venue is taken or closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_empty
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class VenueDark(Rule):
    """`team` plays no home game in `slots`."""

    osss_rule: ClassVar[str] = "venue_availability"

    kind: Literal["venue_dark"] = "venue_dark"
    team: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_empty(self.slots, "slots")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        for played in timeline.of(self.team):
            if played.at_home and played.slot.id in self.slots:
                yield Deviation(
                    amount=1,
                    message=(
                        f"{timeline.name(self.team)} cannot host on {played.date},"
                        f" but hosts {timeline.name(played.opponent)}"
                    ),
                    teams=(self.team,),
                    games=(played.game.id,),
                )
