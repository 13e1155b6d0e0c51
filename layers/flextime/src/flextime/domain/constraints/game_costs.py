"""Total cost of games that have a cost in a given slot.

RobinX FA6 and objective CR.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.errors import InvalidField
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.points import MAX_WEIGHT

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, slots=True)
class GameCost:
    """What it costs, in points, that `home` hosts `away` in `slot`."""

    home: TeamId
    away: TeamId
    slot: SlotId
    cost: int

    def __post_init__(self) -> None:
        if abs(self.cost) > MAX_WEIGHT:
            raise InvalidField(
                "cost", f"must lie between -{MAX_WEIGHT} and {MAX_WEIGHT}"
            )


@dataclass(frozen=True, kw_only=True)
class GameCosts(Rule):
    """Limit the total of the `costs` of the games that take place to `max_cost`."""

    kind: Literal["game_costs"] = "game_costs"
    costs: tuple[GameCost, ...]
    max_cost: int = 0

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield the excess of the total cost, if any, as one deviation."""
        cost_of = {(c.home, c.away, c.slot): c.cost for c in self.costs}
        total = sum(
            cost_of.get((game.home, game.away, game.slot), 0)
            for game in timeline.games
            if game.slot is not None
        )
        if total > self.max_cost:
            yield Deviation(
                amount=total - self.max_cost,
                message=f"games cost {total}, at most {self.max_cost} is allowed",
            )
