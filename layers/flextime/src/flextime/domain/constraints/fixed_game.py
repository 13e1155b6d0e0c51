"""A game that must be played in one of given slots.

OSSS rule ``specific_date_fixture``; RobinX GA1 with one game and ``min`` 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class FixedGame(Rule):
    """Require a home game of `home` against `away` in one of `slots`.

    Raises
    ------
    ValueError
        If `home` and `away` are the same team, or `slots` is empty.
    """

    osss_rule: ClassVar[str] = "specific_date_fixture"

    kind: Literal["fixed_game"] = "fixed_game"
    home: TeamId
    away: TeamId
    slots: tuple[SlotId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.home == self.away:
            raise InvalidField("home", "and away must be two teams")
        ensure_not_empty(self.slots, "slots")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 if no such game is in one of the slots."""
        meetings = timeline.between(self.home, self.away)
        if any(m.at_home and m.slot.id in self.slots for m in meetings):
            return
        yield Deviation(
            amount=1,
            message=(
                f"{timeline.name(self.home)} must host {timeline.name(self.away)}"
                f" on {' or '.join(self.slots)}, but does not"
            ),
            teams=(self.home, self.away),
            games=tuple(m.game.id for m in meetings if m.at_home),
        )
