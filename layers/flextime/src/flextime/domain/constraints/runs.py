"""Games in a row on the same side: what the longest-run rules share."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from flextime.domain.constraints.rule import Deviation, Rule, refuse_empty
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class LongestRun(Rule):
    """At most `max_games` in a row on one side; byes between them do not end a run.

    The deviation of a run is by how many games it is too long.
    """

    at_home: ClassVar[bool]

    max_games: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_games < 1:
            raise ValueError("max_games must be at least 1")
        refuse_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        for team in timeline.teams(self.teams):
            for run in runs(timeline.of(team), at_home=self.at_home):
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


def runs(games: tuple["TeamGame", ...], *, at_home: bool) -> Iterator[list["TeamGame"]]:
    """Longest stretches of games on one side, in order of time."""
    for side, run in groupby(games, key=lambda played: played.at_home):
        if side == at_home:
            yield list(run)
