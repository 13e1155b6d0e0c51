"""Who gives whom a carry-over effect (RobinX FA4).

A team that meets i and then j passes i's effect on to j. The season is a circle: a
team's last opponent passes its effect on to the first. With c_ij such cases, the
carry-over effects value is the sum of their squares: Russell 1980, "Balancing
carry-over effects in round robin tournaments", Biometrika 67(1),
doi:10.1093/biomet/67.1.127.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_negative

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class CarryOver(Rule):
    """The season's carry-over effects value is at most `max_value`."""

    kind: Literal["carry_over"] = "carry_over"
    max_value: int

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(max_value=self.max_value)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        value = carry_over_value(timeline)
        if value > self.max_value:
            yield Deviation(
                amount=value - self.max_value,
                message=(
                    f"the carry-over effects value is {value}, at most"
                    f" {self.max_value} is allowed"
                ),
            )


def carry_over_value(timeline: "Timeline") -> int:
    """Sum of squared carry-over counts, over all ordered pairs of teams."""
    effects = Counter(
        (games[place - 1].opponent, game.opponent)
        for games in map(timeline.of, timeline.teams())
        for place, game in enumerate(games)
    )
    return sum(count**2 for count in effects.values())
