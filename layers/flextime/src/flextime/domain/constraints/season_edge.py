"""Home and away games among the first or last games of a team.

The Big 12 basketball manual requires two home and two away games among the first four
and among the last four.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class SeasonEdge(Rule):
    """Require home and away games among the first or last `games` games of a team."""

    kind: Literal["season_edge"] = "season_edge"
    edge: Literal["first", "last"]
    games: int
    min_home: int = 0
    min_away: int = 0
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if min(self.min_home, self.min_away) < 0:
            raise InvalidField("min_home", "and min_away must not be negative")
        ensure_not_empty(self.teams, "teams")
        if self.games < 1:
            raise InvalidField("games", "must be at least 1")
        if self.min_home + self.min_away > self.games:
            raise InvalidField("min_home", "and min_away together exceed games")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, the missing home and away games."""
        for team in timeline.teams(self.teams):
            played = timeline.games_of(team)
            edge = (
                played[: self.games] if self.edge == "first" else played[-self.games :]
            )
            home = sum(game.at_home for game in edge)
            amount = max(0, self.min_home - home) + max(
                0, self.min_away - (len(edge) - home)
            )
            if amount:
                yield Deviation(
                    amount=amount,
                    message=(
                        f"{timeline.name(team)} has {home} home and"
                        f" {len(edge) - home} away {timeline.league.units} among"
                        f" its {self.edge}"
                        f" {self.games}, at least {self.min_home} and {self.min_away}"
                        " are required"
                    ),
                    teams=(team,),
                    games=tuple(game.game.id for game in edge),
                )
