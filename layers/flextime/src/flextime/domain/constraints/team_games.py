"""Number of games of a team in given slots.

RobinX CA1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.game_limits import GameLimits
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamGames(GameLimits):
    """Require `min_games` to `max_games` games of `side` in `slots` for each team."""

    kind: Literal["team_games"] = "team_games"
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, how far its number of games is outside the limits."""
        slots = frozenset(self.slots)
        for team in timeline.teams(self.teams):
            games = [
                played.game.id
                for played in timeline.games_of(team)
                if played.slot.id in slots and self.side.counts(played)
            ]
            amount = self.excess(len(games))
            if amount:
                yield Deviation(
                    amount=amount,
                    message=(
                        f"{timeline.name(team)} plays {len(games)}"
                        f" {timeline.league.units}{self.side.phrase} in {len(slots)}"
                        f" slots, {self.limits_text}"
                    ),
                    teams=(team,),
                    games=tuple(games),
                )
