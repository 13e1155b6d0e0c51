"""Minimum number of days without a game between two games of a team.

OSSS rule ``min_rest_time``, in days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class RestDays(Rule):
    """Require `min_rest_days` days off between games: Saturday to Monday has one."""

    osss_rule: ClassVar[str] = "min_rest_time"

    kind: Literal["rest_days"] = "rest_days"
    min_rest_days: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.min_rest_days < 0:
            raise InvalidField("min_rest_days", "must not be negative")
        ensure_not_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for consecutive games of a team, the missing days of rest."""
        for team in timeline.teams(self.teams):
            for first, second in pairwise(timeline.games_of(team)):
                rest_days = (second.date - first.last_date).days - 1
                if rest_days < self.min_rest_days:
                    yield Deviation(
                        amount=self.min_rest_days - rest_days,
                        message=(
                            f"{timeline.name(team)} rests {max(rest_days, 0)} days"
                            f" between {first.last_date} and {second.date},"
                            f" {self.min_rest_days} are required"
                        ),
                        teams=(team,),
                        games=(first.game.id, second.game.id),
                    )
