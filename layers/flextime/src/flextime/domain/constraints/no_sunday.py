"""Teams that do not play on Sundays.

OSSS rule ``time_window``. Some NCAA members do not compete on
Sundays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Weekday

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class NoSunday(Rule):
    """Forbid games of `teams` on Sundays, at home and away."""

    osss_rule: ClassVar[str] = "time_window"

    kind: Literal["no_sunday"] = "no_sunday"
    teams: tuple[TeamId, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each game or series with a day on a Sunday."""
        for team in self.teams:
            for played in timeline.games_of(team):
                if timeline.league.falls_on(played.slot, (Weekday.SUNDAY,)):
                    yield Deviation(
                        amount=1,
                        message=(
                            f"{timeline.name(team)} plays no Sunday games, but meets"
                            f" {timeline.name(played.opponent)} {played.when}"
                        ),
                        teams=(team,),
                        games=(played.game.id,),
                    )
