"""A rivalry game that must be played in a window of the season.

OSSS rule ``specific_date_fixture``; RobinX CA4 for two teams and ``min``.
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
class RivalryWindow(Rule):
    """Require at least `min_games` meetings of two teams in `slots`, at either team."""

    osss_rule: ClassVar[str] = "specific_date_fixture"

    kind: Literal["rivalry_window"] = "rivalry_window"
    teams: tuple[TeamId, TeamId]
    slots: tuple[SlotId, ...]
    min_games: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.teams, "teams")
        ensure_not_empty(self.slots, "slots")
        if self.min_games < 1:
            raise InvalidField("min_games", "must be at least 1")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield the missing meetings, if any, as one deviation."""
        first, second = self.teams
        meetings = timeline.between(first, second)
        inside = [game for game in meetings if game.slot.id in self.slots]
        if len(inside) < self.min_games:
            yield Deviation(
                amount=self.min_games - len(inside),
                message=(
                    f"{timeline.name(first)} and {timeline.name(second)} meet"
                    f" {len(inside)} times in their window, {self.min_games} meetings"
                    " are required"
                ),
                teams=self.teams,
                games=tuple(game.game.id for game in meetings),
            )
