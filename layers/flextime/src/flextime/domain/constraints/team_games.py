"""How many games a team plays in some slots (RobinX CA1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.counted import CountedRule
from flextime.domain.constraints.rule import Deviation
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TeamGames(CountedRule):
    """Each of `teams` plays `min_games` to `max_games` games of `side` in `slots`."""

    kind: Literal["team_games"] = "team_games"
    slots: tuple[SlotId, ...]
    side: Side = Side.EITHER
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        slots = frozenset(self.slots)
        for team in timeline.teams(self.teams):
            games = [
                played.game.id
                for played in timeline.of(team)
                if played.slot.id in slots and self.side.counts(played)
            ]
            amount = self.excess(len(games))
            if amount:
                yield Deviation(
                    amount=amount,
                    message=(
                        f"{timeline.name(team)} plays {len(games)}"
                        f" {timeline.league.units}{self.side.words} in {len(slots)}"
                        f" slots, {self.allowed}"
                    ),
                    teams=(team,),
                    games=tuple(games),
                )
