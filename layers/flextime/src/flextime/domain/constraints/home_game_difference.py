"""Home games of two teams compared at every moment (RobinX FA2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_negative
from flextime.domain.constraints.side import Side
from flextime.domain.ids import SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class HomeGameDifference(Rule):
    """After every slot, games of `side` of two teams differ by so much at most.

    The deviation of a pair is its largest excess over `slots`.
    """

    kind: Literal["home_game_difference"] = "home_game_difference"
    max_difference: int
    side: Side = Side.HOME
    slots: tuple[SlotId, ...] | None = None
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(max_difference=self.max_difference)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
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
                        f" {largest} games{self.side.words} at some time, at most"
                        f" {self.max_difference} is allowed"
                    ),
                    teams=(first, second),
                )

    def _played_after_slots(self, timeline: "Timeline", team: TeamId) -> list[int]:
        place = timeline.league.slot_position
        in_slot = [0] * len(place)
        for played in timeline.of(team):
            in_slot[place[played.slot.id]] += self.side.counts(played)
        totals = list(accumulate(in_slot))
        if self.slots is None:
            return totals
        return [totals[place[slot]] for slot in self.slots]
