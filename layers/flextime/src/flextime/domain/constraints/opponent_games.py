"""Number of games of a team against given opponents in given slots.

RobinX CA2.
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
class OpponentGames(GameLimits):
    """Limit the games of each team against `opponents` in `slots`.

    Attributes
    ----------
    side
        Side of the games that count.
    each_opponent
        Whether the limits apply to each opponent separately, or to all together.
    """

    kind: Literal["opponent_games"] = "opponent_games"
    opponents: tuple[TeamId, ...]
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    each_opponent: bool = False
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, how far the number of games is outside the limits."""
        slots = frozenset(self.slots)
        for team in timeline.teams(self.teams):
            for group in self._groups(team):
                games = [
                    played.game.id
                    for played in timeline.games_of(team)
                    if played.opponent in group
                    and played.slot.id in slots
                    and self.side.counts(played)
                ]
                amount = self.excess(len(games))
                if amount:
                    yield Deviation(
                        amount=amount,
                        message=(
                            f"{timeline.name(team)} plays {len(games)}"
                            f" {timeline.league.units}{self.side.phrase} against"
                            f" {', '.join(map(timeline.name, group))} in {len(slots)}"
                            f" slots, {self.limits_text}"
                        ),
                        teams=(team,),
                        games=tuple(games),
                    )

    def _groups(self, team: TeamId) -> Iterator[tuple[TeamId, ...]]:
        others = tuple(name for name in self.opponents if name != team)
        if self.each_opponent:
            yield from ((name,) for name in others)
        else:
            yield others
