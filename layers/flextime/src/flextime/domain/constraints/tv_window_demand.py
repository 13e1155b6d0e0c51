"""Minimum and maximum number of games in a TV window.

OSSS rule ``broadcast_window``; RobinX CA4 with ``mode2`` EVERY.
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
class TvWindowDemand(Rule):
    """Require `min_games` to `max_games` games in each of `slots`.

    Attributes
    ----------
    featuring
        Only games of these teams count; None counts all games.
    """

    osss_rule: ClassVar[str] = "broadcast_window"

    kind: Literal["tv_window_demand"] = "tv_window_demand"
    slots: tuple[SlotId, ...]
    min_games: int = 0
    max_games: int | None = None
    featuring: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.slots, "slots")
        if self.min_games < 0:
            raise InvalidField("min_games", "must not be negative")
        ensure_not_empty(self.featuring, "featuring")
        if self.max_games is not None and self.max_games < self.min_games:
            raise InvalidField("max_games", "must not be less than min_games")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each slot, how far its number of games is outside the limits."""
        for slot in self.slots:
            games = [
                game
                for game in timeline.games
                if game.slot == slot and self._counts(game.home, game.away)
            ]
            shortage = max(0, self.min_games - len(games))
            surplus = (
                0 if self.max_games is None else max(0, len(games) - self.max_games)
            )
            if shortage or surplus:
                bound = (
                    f"at least {self.min_games} are required"
                    if shortage
                    else f"at most {self.max_games} are allowed"
                )
                yield Deviation(
                    amount=shortage + surplus,
                    message=f"{slot} has {len(games)} games, {bound}",
                    games=tuple(game.id for game in games),
                )

    def _counts(self, home: TeamId, away: TeamId) -> bool:
        return self.featuring is None or bool({home, away} & set(self.featuring))
