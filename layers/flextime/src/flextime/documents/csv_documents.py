"""Schedules as tables: a row a game, with the columns date, home and away.

Teams go by id, name or short name, upper or lower case. Other columns are ignored,
but for ``slot`` and ``window``, which choose among several slots of one date. Commas,
semicolons and tabs separate; rows count as in a spreadsheet, the header is row 1.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from datetime import date

from flextime.documents.team_names import TeamNames
from flextime.domain.errors import InvalidSchedule, Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.league import League
from flextime.domain.schedule import Game, Schedule, game_id
from flextime.domain.season import Slot
from flextime.domain.timeline import Timeline, slot_of

_COLUMNS = ("date", "home", "away")
_SEPARATORS = (",", ";", "\t")


def read_schedule_csv(text: str | bytes, league: League) -> Schedule:
    """A schedule of `league` from a table.

    Raises
    ------
    InvalidSchedule
        With the row and column of every fault.
    """
    header, *rows = _records(_decoded(text))
    columns = _columns(header)
    reader = _Reader(league, TeamNames(league), columns)
    for number, row in enumerate(rows, start=2):
        if any(field.strip() for field in row):
            reader.read(number, row)
    if reader.problems:
        raise InvalidSchedule(tuple(reader.problems))
    return Schedule(league.id, tuple(reader.games))


def write_schedule_csv(schedule: Schedule, league: League) -> str:
    """The games that stand, in order of time, by the names of their teams."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*_COLUMNS, "slot"))
    for game in Timeline(league, schedule).games:
        slot = league.slot_by_id[slot_of(game)]
        names = (league.team_by_id[team].name for team in (game.home, game.away))
        table.writerow((slot.date, *names, slot.id))
    return text.getvalue()


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = text[: error.start].count(b"\n") + 1
        raise _refused(f"row {row}", "the file is not UTF-8 text") from None


def _records(text: str) -> list[list[str]]:
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    records: list[list[str]] = []
    lines = io.StringIO(text, newline="")
    table = csv.reader(lines, delimiter=separator, strict=True)
    try:
        records.extend(table)
    except csv.Error as error:
        raise _refused(f"row {len(records) + 1}", f"no readable row: {error}") from None
    return records or [[]]


def _columns(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        found.setdefault(name.strip().casefold(), place)
    for name in _COLUMNS:
        if name not in found:
            listed = ", ".join(field.strip() for field in header) or "nothing"
            raise _refused(
                "row 1", f"the header has no column {name}; it lists {listed}"
            )
    return found


def _refused(pointer: str, message: str) -> InvalidSchedule:
    return InvalidSchedule((Problem(pointer, message),))


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of the table, as a person finds it."""

    row: int
    column: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}"


class _Reader:
    """Collects the games of a table and the faults found on the way."""

    def __init__(
        self, league: League, names: TeamNames, columns: dict[str, int]
    ) -> None:
        self.games: list[Game] = []
        self.problems: list[Problem] = []
        self._names = names
        self._columns = columns
        self._meetings: Counter[tuple[TeamId, TeamId]] = Counter()
        self._slots: dict[date, list[Slot]] = {}
        for slot in league.calendar.slots:
            self._slots.setdefault(slot.date, []).append(slot)

    def read(self, number: int, row: list[str]) -> None:
        if not self._has_the_shape(number, row):
            return
        slot = self._slot(number, row)
        home = self._team(number, row, "home")
        away = self._team(number, row, "away")
        if home is not None and home == away:
            self._refuse(f"row {number}", f"{row[self._columns['home']]} plays itself")
        elif slot and home and away:
            self._meetings[home, away] += 1
            name = game_id(home, away, self._meetings[home, away])
            self.games.append(Game(id=name, home=home, away=away, slot=slot))

    def _has_the_shape(self, number: int, row: list[str]) -> bool:
        width = max(self._columns.values()) + 1
        surplus = [field for field in row[width:] if field.strip()]
        last_needed = max(self._columns[name] for name in _COLUMNS)
        if surplus or len(row) <= last_needed:
            self._refuse(
                f"row {number}", f"{len(row)} fields, and the header has {width}"
            )
            return False
        return True

    def _slot(self, number: int, row: list[str]) -> SlotId | None:
        place = _Place(number, "date")
        text = row[self._columns["date"]].strip()
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self._refuse(place, f"{text!r} is no date, such as 2025-01-04")
            return None
        on_the_day = self._slots.get(day, [])
        chosen = on_the_day
        if len(on_the_day) > 1:
            chosen = [slot for slot in on_the_day if self._is_named(slot, row)]
        if not on_the_day:
            self._refuse(place, f"the season has no slot on {day}")
        elif len(chosen) != 1:
            ids = ", ".join(slot.id for slot in on_the_day)
            self._refuse(
                place, f"{day} has several slots; column slot names one: {ids}"
            )
        return chosen[0].id if len(chosen) == 1 else None

    def _is_named(self, slot: Slot, row: list[str]) -> bool:
        """By the column ``slot`` where it says something, else by ``window``."""
        for column, name in (("slot", slot.id), ("window", slot.window or "")):
            place = self._columns.get(column)
            text = "" if place is None or place >= len(row) else row[place].strip()
            if text:
                return text.casefold() == name.casefold()
        return False

    def _team(self, number: int, row: list[str], column: str) -> TeamId | None:
        text = row[self._columns[column]]
        team = self._names.find(text)
        if team is None:
            self._refuse(_Place(number, column), self._names.refusal(text))
        return team

    def _refuse(self, place: str | _Place, message: str) -> None:
        self.problems.append(Problem(str(place), message))
