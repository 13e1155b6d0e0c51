"""Difference of the home games of two teams at any time of the season.

RobinX FA2 (ranking balance).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_negative
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class HomeGameDifference(Rule):
    """Limit the difference in games of `side` of any two teams after each slot.

    Attributes
    ----------
    slots
        Slots after which the difference is measured; None measures after every slot.
    """

    kind: Literal["home_game_difference"] = "home_game_difference"
    max_difference: int
    side: Side = Side.HOME
    slots: tuple[SlotId, ...] | None = None
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield, for each pair of teams, the largest excess over the season."""
        teams = timeline.teams(self.teams)
        played = {team: self._played_after_slots(timeline, team) for team in teams}
        for first, second in combinations(teams, 2):
            largest = max(
                (
                    abs(one - other)
                    for one, other in zip(played[first], played[second], strict=True)
                ),
                default=0,
            )
            if largest > self.max_difference:
                yield Deviation(
                    amount=largest - self.max_difference,
                    message=(
                        f"{timeline.name(first)} and {timeline.name(second)} differ by"
                        f" {largest} games{self.side.phrase} at one time, at most"
                        f" {self.max_difference} is allowed"
                    ),
                    teams=(first, second),
                )

    def _played_after_slots(self, timeline: "Timeline", team: TeamId) -> list[int]:
        place = timeline.league.slot_position
        in_slot = [0] * len(place)
        for played in timeline.games_of(team):
            in_slot[place[played.slot.id]] += self.side.counts(played)
        totals = list(accumulate(in_slot))
        if self.slots is None:
            return totals
        return [totals[place[slot]] for slot in self.slots]
