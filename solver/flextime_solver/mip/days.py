"""Days of a season: the slots of a round on one date."""

from dataclasses import dataclass
from datetime import date

from flextime.domain.ids import SlotId
from flextime.domain.leagues.league import League


@dataclass(frozen=True)
class Day:
    """`round` is the place of the round that the slots belong to."""

    round: int
    date: date
    slots: tuple[SlotId, ...]


def days_of(league: League) -> tuple[Day, ...]:
    """All days, in order of time; a date that two rounds share is two days."""
    found: dict[tuple[int, date], list[SlotId]] = {}
    for slot in league.calendar.slots:
        key = (league.round_position[slot.id], slot.date)
        found.setdefault(key, []).append(slot.id)
    return tuple(Day(*key, tuple(slots)) for key, slots in found.items())
