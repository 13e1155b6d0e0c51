"""At most k away games among any n consecutive games, or the first or last n.

RobinX CA3 for away games, with windows of games (``mode2`` GAMES).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class AwayWindow(Rule):
    """Allow at most `max_away` away games in each window of `games` games of a team.

    Attributes
    ----------
    where
        ``any`` applies the limit to every window of consecutive games: five away games
        in a row violate "4 of 5" once, but "2 of 3" three times. ``first`` and
        ``last`` apply it to the first or last games of the season only.
    """

    kind: Literal["away_window"] = "away_window"
    max_away: int
    games: int
    where: Literal["any", "first", "last"] = "any"
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.teams, "teams")
        if not 0 <= self.max_away < self.games:
            raise InvalidField("max_away", "must be at least 0 and less than games")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team and window, the away games above the maximum."""
        for team in timeline.teams(self.teams):
            for window in self._windows(timeline.games_of(team)):
                away = sum(not played.at_home for played in window)
                if away > self.max_away:
                    yield Deviation(
                        amount=away - self.max_away,
                        message=(
                            f"{timeline.name(team)} plays {away} of {self.games}"
                            f" {timeline.league.units} away from {window[0].date} to"
                            f" {window[-1].date}, at most"
                            f" {self.max_away} are allowed"
                        ),
                        teams=(team,),
                        games=tuple(played.game.id for played in window),
                    )

    def _windows(
        self, played: tuple["TeamGame", ...]
    ) -> Iterator[tuple["TeamGame", ...]]:
        starts = range(len(played) - self.games + 1)
        if self.where == "first":
            starts = starts[:1]
        elif self.where == "last":
            starts = starts[-1:]
        for start in starts:
            yield played[start : start + self.games]
