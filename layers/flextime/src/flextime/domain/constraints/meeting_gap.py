"""Number of rounds between two meetings of a pair.

RobinX SE1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class MeetingGap(Rule):
    """Require `min_rounds` to `max_rounds` rounds between consecutive meetings.

    The rounds of the two meetings themselves do not count.
    """

    kind: Literal["meeting_gap"] = "meeting_gap"
    min_rounds: int = 0
    max_rounds: int | None = None
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(min_rounds=self.min_rounds, max_rounds=self.max_rounds)
        if self.max_rounds is not None and self.max_rounds < self.min_rounds:
            raise InvalidField("max_rounds", "must not be less than min_rounds")

    @property
    def _maximum(self) -> str:
        return "any number" if self.max_rounds is None else str(self.max_rounds)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield how far the rounds between two meetings are outside the limits."""
        place = timeline.league.round_position
        for first, second in combinations(timeline.teams(self.teams), 2):
            for one, other in pairwise(timeline.between(first, second)):
                gap = place[other.slot.id] - place[one.slot.id] - 1
                amount = max(0, self.min_rounds - gap) + (
                    0 if self.max_rounds is None else max(0, gap - self.max_rounds)
                )
                if amount:
                    yield Deviation(
                        amount=amount,
                        message=(
                            f"{timeline.name(first)} and {timeline.name(second)} meet"
                            f" again after {gap} other rounds,"
                            f" {self.min_rounds} to {self._maximum} are required"
                        ),
                        teams=(first, second),
                        games=(one.game.id, other.game.id),
                    )
