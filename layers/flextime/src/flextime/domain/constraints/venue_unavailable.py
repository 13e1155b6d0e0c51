"""Slots in which a team cannot host because its venue is occupied or closed.

OSSS rule ``venue_availability``; RobinX CA1 for one team, home games and ``max`` 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class VenueUnavailable(Rule):
    """Forbid home games of `team` in `slots`.

    The kind ``venue_dark`` of version 0.1.0 is read as ``venue_unavailable``.
    """

    osss_rule: ClassVar[str] = "venue_availability"

    kind: Literal["venue_unavailable", "venue_dark"] = "venue_unavailable"
    team: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.slots, "slots")
        object.__setattr__(self, "kind", "venue_unavailable")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each home game of the team in one of the slots."""
        for played in timeline.games_of(self.team):
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
