"""A game that requires or forbids another game.

RobinX GA2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.constraints.side import Side
from flextime.domain.ids import GameId, SlotId, TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class ConditionalGame(Rule):
    """If one of `teams` meets one of `opponents` in `slots`, require a second game.

    Attributes
    ----------
    side, then_side
        Side of the games that count, from the point of view of `teams` and of
        `then_teams`.
    then_teams, then_opponents, then_slots
        The second game: it must take place at least once, or never if `forbidden`.
    """

    kind: Literal["conditional_game"] = "conditional_game"
    teams: tuple[TeamId, ...]
    opponents: tuple[TeamId, ...]
    slots: tuple[SlotId, ...]
    then_teams: tuple[TeamId, ...]
    then_opponents: tuple[TeamId, ...]
    then_slots: tuple[SlotId, ...]
    forbidden: bool = False
    side: Side = Side.HOME
    then_side: Side = Side.HOME

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 where the condition is not satisfied."""
        first = _games(timeline, self.teams, self.opponents, self.slots, self.side)
        then = _games(
            timeline,
            self.then_teams,
            self.then_opponents,
            self.then_slots,
            self.then_side,
        )
        if first and bool(then) == self.forbidden:
            yield Deviation(
                amount=1,
                message=(
                    f"{', '.join(first)} is played, but"
                    f" {', '.join(then) or 'the game that it requires'}"
                    f" {'must not be' if self.forbidden else 'is not'}"
                ),
                games=(*first, *then),
            )


def _games(
    timeline: "Timeline",
    teams: tuple[TeamId, ...],
    opponents: tuple[TeamId, ...],
    slots: tuple[SlotId, ...],
    side: Side,
) -> tuple[GameId, ...]:
    return tuple(
        game.id
        for slot in slots
        for game in timeline.in_slot(slot)
        if side.is_between(game, teams, opponents)
    )
