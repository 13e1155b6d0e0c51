"""Number of listed games in given slots.

RobinX GA1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.rule import Deviation
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline

HomeAndAway = tuple[TeamId, TeamId]
"""A game by who hosts and who visits."""


@dataclass(frozen=True, kw_only=True)
class ChosenGames(GameLimits):
    """Require `min_games` to `max_games` of the listed `games` in `slots`."""

    kind: Literal["chosen_games"] = "chosen_games"
    games: tuple[HomeAndAway, ...]
    slots: tuple[SlotId, ...]

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield one deviation: how far the number of games is outside the limits."""
        chosen = frozenset(self.games)
        inside = [
            game.id
            for slot in self.slots
            for game in timeline.in_slot(slot)
            if (game.home, game.away) in chosen
        ]
        amount = self.excess(len(inside))
        if amount:
            yield Deviation(
                amount=amount,
                message=(
                    f"{len(inside)} of {len(chosen)} listed games are in"
                    f" {len(self.slots)} slots, {self.limits_text}"
                ),
                games=tuple(inside),
            )
