"""Difference of the numbers of breaks of two teams.

RobinX BR3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.breaks import breaks
from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class BreakDifference(Rule):
    """Limit the difference in breaks of any two of `teams` to `max_difference`."""

    kind: Literal["break_difference"] = "break_difference"
    max_difference: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each pair of teams, the excess of the difference."""
        teams = timeline.teams(self.teams)
        count = {team: len(breaks(timeline, team)) for team in teams}
        for first, second in combinations(teams, 2):
            difference = abs(count[first] - count[second])
            if difference > self.max_difference:
                yield Deviation(
                    amount=difference - self.max_difference,
                    message=(
                        f"{timeline.name(first)} has {count[first]} breaks and"
                        f" {timeline.name(second)} {count[second]}, they may differ by"
                        f" {self.max_difference}"
                    ),
                    teams=(first, second),
                )
