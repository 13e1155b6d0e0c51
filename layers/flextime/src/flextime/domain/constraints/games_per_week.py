"""Maximum number of games of a team in a week.

OSSS rule ``max_games_in_period`` with a period of one ISO week.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class GamesPerWeek(Rule):
    """Allow each team at most `max_games` games from Monday to Sunday."""

    osss_rule: ClassVar[str] = "max_games_in_period"

    kind: Literal["games_per_week"] = "games_per_week"
    max_games: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_games < 1:
            raise InvalidField("max_games", "must be at least 1")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team and week, the games above the maximum."""
        for team in timeline.teams(self.teams):
            weeks: dict[tuple[int, int], list[TeamGame]] = defaultdict(list)
            for played in timeline.games_of(team):
                weeks[played.date.isocalendar()[:2]].append(played)
            for games in weeks.values():
                if len(games) > self.max_games:
                    yield Deviation(
                        amount=len(games) - self.max_games,
                        message=(
                            f"{timeline.name(team)} plays {len(games)}"
                            f" {timeline.league.units} in the week of {games[0].date},"
                            f" at most {self.max_games} are"
                            " allowed"
                        ),
                        teams=(team,),
                        games=tuple(played.game.id for played in games),
                    )
