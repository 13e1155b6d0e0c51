"""Minimum number of home games on weekends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import WEEKEND

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class WeekendHomeMinimum(Rule):
    """Require `min_games` home games on Saturdays and Sundays for each team."""

    kind: Literal["weekend_home_minimum"] = "weekend_home_minimum"
    min_games: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.min_games < 1:
            raise InvalidField("min_games", "must be at least 1")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, the missing home games."""
        for team in timeline.teams(self.teams):
            hosted = [
                played
                for played in timeline.games_of(team)
                if played.at_home and timeline.league.falls_on(played.slot, WEEKEND)
            ]
            if len(hosted) < self.min_games:
                yield Deviation(
                    amount=self.min_games - len(hosted),
                    message=(
                        f"{timeline.name(team)} hosts {len(hosted)} weekend"
                        f" {timeline.league.units}, {self.min_games} are required"
                    ),
                    teams=(team,),
                    games=tuple(played.game.id for played in hosted),
                )
