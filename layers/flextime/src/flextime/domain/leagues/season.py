"""The season calendar: rounds of slots in chronological order."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from flextime.domain.ids import RoundId, SlotId
from flextime.domain.text import Label, ensure_texts


class Weekday(IntEnum):
    """Days of the week, numbered as by `datetime.date.weekday`."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)


@dataclass(frozen=True, slots=True)
class Slot:
    """A date, optionally with a broadcast window, on which games are played.

    Attributes
    ----------
    date
        The day in the time zone of the venue; for a series, its first day.
    window
        Name of the part of the day ("Big Monday"); None while it is not announced.

    Raises
    ------
    ValueError
        If the name of the window violates its limits.
    """

    id: SlotId
    date: date
    window: Label | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)

    @property
    def weekday(self) -> Weekday:
        """The weekday of the date."""
        return Weekday(self.date.weekday())


@dataclass(frozen=True, slots=True)
class Round:
    """A group of slots in which each team plays at most one game."""

    id: RoundId
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SeasonCalendar:
    """The rounds of a season in chronological order; rounds do not overlap."""

    rounds: tuple[Round, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots in chronological order."""
        return tuple(slot for round_ in self.rounds for slot in round_.slots)

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates of the slots in ascending order, without duplicates."""
        return tuple(sorted({slot.date for slot in self.slots}))
