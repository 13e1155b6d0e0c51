"""Total carry-over effects of a season.

RobinX FA4. A team that meets i and then j passes a carry-over effect from i to j; the
season is cyclic, so that the last opponent of a team is followed by its first. With
c_ij the number of effects from i to j, the carry-over effects value is the sum of
the c_ij squared: Russell 1980, "Balancing carry-over effects in round robin
tournaments", Biometrika 67(1), doi:10.1093/biomet/67.1.127.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class CarryOver(Rule):
    """Limit the carry-over effects value of the season to `max_value`."""

    kind: Literal["carry_over"] = "carry_over"
    max_value: int

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(max_value=self.max_value)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield the excess of the value, if any, as one deviation."""
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
        for games in map(timeline.games_of, timeline.teams())
        for place, game in enumerate(games)
    )
    return sum(count**2 for count in effects.values())
