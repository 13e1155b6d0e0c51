"""Consecutive games on one side, and the base class of their maximum."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class ConsecutiveGamesLimit(Rule):
    """Allow at most `max_games` consecutive games on one side.

    Byes do not interrupt consecutive games.

    Attributes
    ----------
    at_home
        Whether home games or away games are limited.

    Raises
    ------
    ValueError
        If `max_games` is less than 1 or `teams` is empty.
    """

    at_home: ClassVar[bool]

    max_games: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_games < 1:
            raise InvalidField("max_games", "must be at least 1")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each maximal sequence of games, the games above the maximum."""
        for team in timeline.teams(self.teams):
            for run in consecutive_games(timeline.games_of(team), at_home=self.at_home):
                if len(run) > self.max_games:
                    yield Deviation(
                        amount=len(run) - self.max_games,
                        message=(
                            f"{timeline.name(team)} plays {len(run)} {run[0].side}"
                            f" {timeline.league.units} in a row from {run[0].date} to"
                            f" {run[-1].date}, at most {self.max_games} are allowed"
                        ),
                        teams=(team,),
                        games=tuple(played.game.id for played in run),
                    )


def consecutive_games(
    games: tuple["TeamGame", ...], *, at_home: bool
) -> Iterator[list["TeamGame"]]:
    """Yield the maximal sequences of a team's games on one side, in order.

    Parameters
    ----------
    games
        All games of one team in chronological order.
    """
    for side, run in groupby(games, key=lambda played: played.at_home):
        if side == at_home:
            yield list(run)
