"""Home against away games at every moment of the season (RobinX FA1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_negative
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class RunningBalance(Rule):
    """After every game, home and away games differ by at most `max_difference`.

    The deviation of a team is its largest excess.
    """

    kind: Literal["running_balance"] = "running_balance"
    max_difference: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        for team in timeline.teams(self.teams):
            steps = (1 if game.at_home else -1 for game in timeline.of(team))
            largest = max(map(abs, accumulate(steps)), default=0)
            if largest > self.max_difference:
                yield Deviation(
                    amount=largest - self.max_difference,
                    message=(
                        f"{timeline.name(team)}'s home and away games differ by"
                        f" {largest} at some time, at most {self.max_difference} is"
                        " allowed"
                    ),
                    teams=(team,),
                )
