"""How far apart two games of the same pair are, in games and in days."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class RematchSeparation(Rule):
    """Two meetings in a row are `min_games` games or `min_days` days apart.

    A rematch in the very next game is 1 game apart; where the two teams have played
    differently many games between, the smaller number counts. A number left at 0 asks
    for nothing: with `min_days` alone, only days count.

    Attributes
    ----------
    both
        Whether both numbers must be reached; else either is enough. Always true where
        only one of them is given.
    """

    osss_rule: ClassVar[str] = "opponent_spacing"

    kind: Literal["rematch_separation"] = "rematch_separation"
    min_games: int = 0
    min_days: int = 0
    both: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if min(self.min_games, self.min_days) < 0:
            raise ValueError("min_games and min_days must not be negative")
        if not (self.min_games or self.min_days):
            raise ValueError("min_games or min_days must be at least 1")
        if not (self.min_games and self.min_days):
            # Either of two would always be reached where one of them is 0.
            object.__setattr__(self, "both", True)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        position = {
            (team, played.game.id): place
            for team in timeline.teams()
            for place, played in enumerate(timeline.of(team))
        }
        for first, second in combinations(timeline.teams(), 2):
            for one, other in pairwise(timeline.between(first, second)):
                games = min(
                    position[team, other.game.id] - position[team, one.game.id]
                    for team in (first, second)
                )
                days = (other.date - one.date).days
                if self._too_close(games, days):
                    yield self._deviation(timeline, one, other, games)

    def _too_close(self, games: int, days: int) -> bool:
        short_of = (games < self.min_games, days < self.min_days)
        return any(short_of) if self.both else all(short_of)

    @property
    def asked_for(self) -> str:
        """The separation in words: ``3 games or 10 days``."""
        games = [f"{self.min_games} games"] if self.min_games else []
        days = [f"{self.min_days} days"] if self.min_days else []
        return (" and " if self.both else " or ").join(games + days)

    def _deviation(
        self, timeline: "Timeline", one: "TeamGame", other: "TeamGame", games: int
    ) -> Deviation:
        return Deviation(
            amount=1,
            message=(
                f"{timeline.name(one.team)} and {timeline.name(one.opponent)} meet"
                f" again after {games} {timeline.league.units} and"
                f" {(other.date - one.date).days} days"
                f" ({one.date}, {other.date}); needed are {self.asked_for}"
            ),
            teams=(one.team, one.opponent),
            games=(one.game.id, other.game.id),
        )
