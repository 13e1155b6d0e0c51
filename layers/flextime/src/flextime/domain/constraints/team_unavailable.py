"""Days on which a team cannot play at all: exams, a tournament."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_empty
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamUnavailable(Rule):
    """`team` plays no game in `slots`."""

    kind: Literal["team_unavailable"] = "team_unavailable"
    team: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_empty(self.slots, "slots")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        for played in timeline.of(self.team):
            if played.slot.id in self.slots:
                yield Deviation(
                    amount=1,
                    message=(
                        f"{timeline.name(self.team)} cannot play on {played.date},"
                        f" but meets {timeline.name(played.opponent)}"
                    ),
                    teams=(self.team,),
                    games=(played.game.id,),
                )
