"""Games in a row on the same side: what the longest-run rules share."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from flextime.domain.constraints.rule import Deviation
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.timeline import TeamGame, Timeline


def deviations_of_runs(
    timeline: "Timeline",
    teams: tuple[TeamId, ...] | None,
    max_games: int,
    *,
    at_home: bool,
) -> Iterator[Deviation]:
    """A deviation for each run longer than `max_games`, by the games too many."""
    for team in timeline.teams(teams):
        for run in runs(timeline.of(team), at_home=at_home):
            if len(run) > max_games:
                yield Deviation(
                    amount=len(run) - max_games,
                    message=(
                        f"{timeline.name(team)} plays {len(run)} {run[0].side}"
                        f" {timeline.league.units} in a row from {run[0].date} to"
                        f" {run[-1].date}, at most"
                        f" {max_games} are allowed"
                    ),
                    teams=(team,),
                    games=tuple(played.game.id for played in run),
                )


def runs(games: tuple["TeamGame", ...], *, at_home: bool) -> Iterator[list["TeamGame"]]:
    """Longest stretches of games on one side, in order of time."""
    for side, run in groupby(games, key=lambda played: played.at_home):
        if side == at_home:
            yield list(run)
