"""Schedule expressions: when ``rate(...)`` and ``cron(...)`` are due."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

_RATE = re.compile(r"^rate\((\d+) (minute|hour|day)s?\)$")
_CRON = re.compile(r"^cron\((.+)\)$")
_SECONDS = {"minute": 60, "hour": 3600, "day": 86400}
_MONTHS = {name.upper(): i for i, name in enumerate(calendar.month_abbr) if name}
_DAYS = {
    name: i
    for i, name in enumerate(("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"), 1)
}


class ScheduleError(ValueError):
    """An expression that the local stack does not support."""

    def __init__(self, expression: str) -> None:
        super().__init__(f"the local stack cannot read the schedule {expression!r}")


@dataclass(frozen=True, slots=True)
class Rate:
    """Every `period_s` seconds since the start of the stack."""

    period_s: int

    def is_due(self, started_at_s: float, minute_s: int) -> bool:
        """Whether it is due in the minute that begins at `minute_s` (Unix time)."""
        elapsed_s = minute_s - int(started_at_s) // 60 * 60
        return elapsed_s > 0 and elapsed_s % self.period_s == 0


@dataclass(frozen=True, slots=True)
class Cron:
    """AWS's six-field cron expression, in UTC."""

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int] | None
    """Nothing for `?`; 0 is the last day of the month."""
    months: frozenset[int]
    weekdays: frozenset[int] | None
    years: frozenset[int] | None

    @classmethod
    def parse(cls, expression: str) -> Self:
        """Return the expression inside ``cron(...)``; raises `ScheduleError`."""
        fields = expression.split()
        if len(fields) != 6:
            raise ScheduleError(expression)
        try:
            return cls(
                minutes=_values(fields[0], 0, 59),
                hours=_values(fields[1], 0, 23),
                days=None if fields[2] == "?" else _values(fields[2], 1, 31),
                months=_values(fields[3], 1, 12, _MONTHS),
                weekdays=None if fields[4] == "?" else _values(fields[4], 1, 7, _DAYS),
                years=None if fields[5] == "*" else _values(fields[5], 1970, 2199),
            )
        except ValueError as error:
            raise ScheduleError(expression) from error

    def is_due(self, _started_at_s: float, minute_s: int) -> bool:
        """Whether it is due in the minute that begins at `minute_s` (Unix time)."""
        moment = datetime.fromtimestamp(minute_s, UTC)
        weekday = moment.isoweekday() % 7 + 1
        last_day = calendar.monthrange(moment.year, moment.month)[1]
        days = {moment.day} | ({0} if moment.day == last_day else set())
        return (
            moment.minute in self.minutes
            and moment.hour in self.hours
            and moment.month in self.months
            and (self.years is None or moment.year in self.years)
            and (self.days is None or bool(days & self.days))
            and (self.weekdays is None or weekday in self.weekdays)
        )


def parse_schedule(expression: str) -> Rate | Cron:
    """Return the schedule of an expression; raises `ScheduleError`."""
    if match := _RATE.match(expression):
        return Rate(int(match[1]) * _SECONDS[match[2]])
    if match := _CRON.match(expression):
        return Cron.parse(match[1])
    raise ScheduleError(expression)


def _values(
    text: str, lowest: int, highest: int, names: dict[str, int] | None = None
) -> frozenset[int]:
    found: set[int] = set()
    for part in text.split(","):
        spread, _, step = part.partition("/")
        if spread == "L":
            found.add(0)
            continue
        first, last = _ends(spread, lowest, highest, names or {})
        if step and "-" not in spread:
            last = highest
        found.update(range(first, last + 1, int(step or 1)))
    return frozenset(found)


def _ends(
    spread: str, lowest: int, highest: int, names: dict[str, int]
) -> tuple[int, int]:
    if spread == "*":
        return lowest, highest
    first, _, last = spread.partition("-")

    def number(word: str) -> int:
        value = names.get(word.upper()) or int(word)
        if not lowest <= value <= highest:
            raise ValueError(f"{word} is not between {lowest} and {highest}")
        return value

    return number(first), number(last or first)
