"""A game that makes another one needed, or forbids it (RobinX GA2)."""

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
    """If some of `teams` meet some of `opponents` in `slots`, so must the others.

    Attributes
    ----------
    side, then_side
        Which games count, seen from `teams` and from `then_teams`.
    then_teams, then_opponents, then_slots
        The games that must then be there at least once (`forbidden`: must not be).
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
                    f"{', '.join(first)} is played, and"
                    f" {', '.join(then) or 'the game that it needs'}"
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
