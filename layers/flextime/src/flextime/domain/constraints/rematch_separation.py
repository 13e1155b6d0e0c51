"""Separation of two meetings of a pair, in games and in days.

OSSS rule ``opponent_spacing``; RobinX SE1 counts rounds instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.errors import InvalidField

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class RematchSeparation(Rule):
    """Require `min_games` games or `min_days` days between meetings of a pair.

    A rematch in the next game is 1 game apart. Where the two teams have played
    different numbers of games in between, the smaller number counts. A minimum of 0
    requires nothing: with `min_days` alone, only days count.

    Attributes
    ----------
    both
        Whether both minima must be reached; otherwise one of them is enough. It is
        always true when only one of them is given.
    """

    osss_rule: ClassVar[str] = "opponent_spacing"

    kind: Literal["rematch_separation"] = "rematch_separation"
    min_games: int = 0
    min_days: int = 0
    both: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if min(self.min_games, self.min_days) < 0:
            raise InvalidField("min_games", "and min_days must not be negative")
        if not (self.min_games or self.min_days):
            raise InvalidField("min_games", "or min_days must be at least 1")
        if not (self.min_games and self.min_days):
            # Either of two would always be reached where one of them is 0.
            object.__setattr__(self, "both", True)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each rematch that follows too soon."""
        position = {
            (team, played.game.id): place
            for team in timeline.teams()
            for place, played in enumerate(timeline.games_of(team))
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
    def required(self) -> str:
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
                f" ({one.date}, {other.date}); at least {self.required} are required"
            ),
            teams=(one.team, one.opponent),
            games=(one.game.id, other.game.id),
        )
