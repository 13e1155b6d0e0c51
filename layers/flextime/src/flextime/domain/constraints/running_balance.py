"""Balance of home and away games at any time of the season.

RobinX FA1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class RunningBalance(Rule):
    """Limit the difference of a team's home and away games after each of its games."""

    kind: Literal["running_balance"] = "running_balance"
    max_difference: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each team, the largest excess over the season."""
        for team in timeline.teams(self.teams):
            steps = (1 if game.at_home else -1 for game in timeline.games_of(team))
            largest = max(map(abs, accumulate(steps)), default=0)
            if largest > self.max_difference:
                yield Deviation(
                    amount=largest - self.max_difference,
                    message=(
                        f"{timeline.name(team)}'s home and away games differ by"
                        f" {largest} at one time, at most {self.max_difference} is"
                        " allowed"
                    ),
                    teams=(team,),
                )
