"""Breaks of two teams compared (RobinX BR3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.breaks import breaks
from flextime.domain.constraints.rule import Deviation, Rule, refuse_negative
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class BreakDifference(Rule):
    """Breaks of any two of `teams` differ by at most `max_difference`."""

    kind: Literal["break_difference"] = "break_difference"
    max_difference: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
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
