"""Balance of home and away games over the season.

OSSS rule ``home_away_balance``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class HomeAwayBalance(Rule):
    """Limit the difference of a team's home and away games to `max_difference`."""

    osss_rule: ClassVar[str] = "home_away_balance"

    kind: Literal["home_away_balance"] = "home_away_balance"
    max_difference: int = 0
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_difference < 0:
            raise InvalidField("max_difference", "must not be negative")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, the excess of the difference."""
        for team in timeline.teams(self.teams):
            played = timeline.games_of(team)
            home = sum(game.at_home for game in played)
            difference = abs(2 * home - len(played))
            if difference > self.max_difference:
                yield Deviation(
                    amount=difference - self.max_difference,
                    message=(
                        f"{timeline.name(team)} has {home} home and"
                        f" {len(played) - home} away {timeline.league.units},"
                        " they may differ by"
                        f" {self.max_difference}"
                    ),
                    teams=(team,),
                )
