"""Slots in which a team cannot play: exams or a tournament.

RobinX CA1 for one team and ``max`` 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamUnavailable(Rule):
    """Forbid games of `team` in `slots`."""

    kind: Literal["team_unavailable"] = "team_unavailable"
    team: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.slots, "slots")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each game of the team in one of the slots."""
        for played in timeline.games_of(self.team):
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
