"""Events of games in a schedule."""

from dataclasses import dataclass
from typing import ClassVar

from flextime.domain.events.envelope import EventData


@dataclass(frozen=True, slots=True, kw_only=True)
class GameScheduled(EventData):
    """A game was added to a schedule.

    Attributes
    ----------
    game, home, away
        Ids of the game and of its teams.
    slot
        Slot of the game; None when it has no date yet.
    """

    event_type: ClassVar[str] = "game.scheduled"
    game: str
    home: str
    away: str
    slot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameMoved(EventData):
    """A game was moved to another slot.

    Attributes
    ----------
    slot_before, slot_after
        None when the game had no slot before, or has none now.
    """

    event_type: ClassVar[str] = "game.moved"
    game: str
    slot_before: str | None
    slot_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GamePostponed(EventData):
    """A game was postponed and has no slot until it is rescheduled."""

    event_type: ClassVar[str] = "game.postponed"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GameCancelled(EventData):
    """A game was cancelled; it stays in the schedule with the status ``cancelled``."""

    event_type: ClassVar[str] = "game.cancelled"
    game: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GameRemoved(EventData):
    """A game was deleted from a schedule; unlike a cancelled game, it is gone."""

    event_type: ClassVar[str] = "game.removed"
    game: str
