"""Game days: the slots of one round on one date."""

from dataclasses import dataclass
from datetime import date

from flextime.domain.ids import SlotId
from flextime.domain.leagues.league import League


@dataclass(frozen=True)
class GameDay:
    """The slots of one round on one date.

    Attributes
    ----------
    round
        Index of the round, from 0.
    date
        Date of all the slots.
    slots
        Slots of the day, in order of time.
    """

    round: int
    date: date
    slots: tuple[SlotId, ...]


def game_days(league: League) -> tuple[GameDay, ...]:
    """Return all game days in order of time; a date in two rounds is two days."""
    slots_of: dict[tuple[int, date], list[SlotId]] = {}
    for slot in league.calendar.slots:
        key = (league.round_position[slot.id], slot.date)
        slots_of.setdefault(key, []).append(slot.id)
    return tuple(GameDay(*key, tuple(slots)) for key, slots in slots_of.items())
