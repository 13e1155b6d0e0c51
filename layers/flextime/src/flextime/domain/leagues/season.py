"""The season calendar: slots in order of time, grouped into rounds."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from flextime.domain.ids import RoundId, SlotId


class Weekday(IntEnum):
    """Days as `datetime.date.weekday` numbers them."""

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
    """A date with a window in which games are played.

    Attributes
    ----------
    date
        The day at the venue; the venue's own zone rules.
    window
        Name of the part of the day ("Big Monday"); None while it is to be announced.
    """

    id: SlotId
    date: date
    window: str | None = None

    @property
    def weekday(self) -> Weekday:
        return Weekday(self.date.weekday())


@dataclass(frozen=True, slots=True)
class Round:
    """Slots among which a team plays at most once."""

    id: RoundId
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SeasonCalendar:
    """Rounds in order of time; a round's slots all come before the next round's."""

    rounds: tuple[Round, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for round_ in self.rounds for slot in round_.slots)

    @property
    def dates(self) -> tuple[date, ...]:
        return tuple(sorted({slot.date for slot in self.slots}))
