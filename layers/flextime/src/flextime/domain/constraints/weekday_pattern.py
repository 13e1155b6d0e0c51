"""A sequence of weekdays that is not allowed, such as Saturday, Monday, Wednesday."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Weekday

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class WeekdayPattern(Rule):
    """Forbid consecutive games of a team on `weekdays`, at most 7 days apart."""

    kind: Literal["weekday_pattern"] = "weekday_pattern"
    weekdays: tuple[Weekday, ...]
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_empty(self.teams, "teams")
        if len(self.weekdays) < 2:
            raise InvalidField("weekdays", "must name at least two days")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each occurrence of the pattern."""
        length = len(self.weekdays)
        for team in timeline.teams(self.teams):
            played = timeline.games_of(team)
            for start in range(len(played) - length + 1):
                window = played[start : start + length]
                if self._matches(window):
                    yield Deviation(
                        amount=1,
                        message=(
                            f"{timeline.name(team)} plays on"
                            f" {'-'.join(self._short_names)}"
                            f" from {window[0].date} to {window[-1].date}"
                        ),
                        teams=(team,),
                        games=tuple(game.game.id for game in window),
                    )

    @property
    def _short_names(self) -> tuple[str, ...]:
        return tuple(day.name.title()[:3] for day in self.weekdays)

    def _matches(self, window: tuple["TeamGame", ...]) -> bool:
        if any(
            game.weekday is not day
            for game, day in zip(window, self.weekdays, strict=True)
        ):
            return False
        return all(
            (after.date - before.date).days <= 7 for before, after in pairwise(window)
        )
