"""Tables as people save them: their text, their separator and their header.

The header is the first row that has the columns date, home and away, each under one of
its usual names; what stands above it is passed over.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from flextime.domain.errors import InvalidSchedule, Problem

REQUIRED_COLUMNS = ("date", "home", "away")
_NAMES = {
    "date": ("date", "gamedate", "matchdate", "startdate", "datetime"),
    "home": ("home", "hometeam", "homename", "homeschool", "host", "homeid"),
    "away": (
        *("away", "awayteam", "awayname", "awayschool", "visitor", "visitors"),
        *("visitingteam", "visitorteam", "guest", "guestteam", "roadteam", "awayid"),
    ),
    "slot": ("slot",),
    "window": ("window",),
    "venue": ("venue", "site", "arena", "stadium", "location"),
    "conference_game": ("conferencegame", "confgame"),
    "status": ("status", "gamestatus"),
}
"""Of each column its names, the better known first, in small letters alone."""
_SEPARATORS = (",", ";", "\t", "|")
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table under its header; `number` counts as a spreadsheet does."""

    number: int
    fields: tuple[str, ...]
    columns: dict[str, tuple[int, str]]

    def text(self, column: str) -> str:
        """What stands in a column, without space around it; "" where it is missing."""
        place, _ = self.columns.get(column, (-1, ""))
        return self.fields[place].strip() if 0 <= place < len(self.fields) else ""

    def location(self, column: str) -> str:
        """Where to look, by the header's own word."""
        _, name = self.columns.get(column, (-1, column))
        return f"row {self.number}, column {name}"


def read_table(text: str | bytes) -> Iterator[Row]:
    """The rows under the header that say something.

    Raises
    ------
    InvalidSchedule
        For a text without a readable table, or without the columns.
    """
    decoded = _decoded(text)
    separator, top, columns = _header(decoded)
    records = _records(decoded, separator)
    width = len(records[top])
    for number, fields in enumerate(records[top + 1 :], start=top + 2):
        if any(field.strip() for field in fields):
            _ensure_width(number, fields, width, columns)
            yield Row(number, tuple(fields), columns)


def table_error(pointer: str, message: str) -> InvalidSchedule:
    return InvalidSchedule((Problem(pointer, message),))


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        if text.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return text.decode("utf-16")
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = text[: error.start].count(b"\n") + 1
        raise table_error(f"row {row}", "the file is not UTF-8 text") from None


def _header(text: str) -> tuple[str, int, dict[str, tuple[int, str]]]:
    """The separator, the header's place among the rows, and its columns."""
    best: list[str] = []
    best_place = 0
    for separator in _SEPARATORS:
        lines = "\n".join(text.splitlines()[:_HEADER_WITHIN])
        for place, fields in enumerate(_records(lines, separator, strict=False)):
            columns = _columns(fields)
            if all(name in columns for name in REQUIRED_COLUMNS):
                return separator, place, columns
            # The likeliest header, to say what it lacks.
            if len(fields) > len(best):
                best, best_place = fields, place
    missing = next(name for name in REQUIRED_COLUMNS if name not in _columns(best))
    listed = ", ".join(field.strip() for field in best) or "nothing"
    raise table_error(
        f"row {best_place + 1}",
        f"the header has no column {missing}; it lists {listed}",
    )


def _columns(header: list[str]) -> dict[str, tuple[int, str]]:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault("".join(filter(str.isalnum, name.casefold())), place)
    return {
        column: (places[known[0]], header[places[known[0]]].strip())
        for column, names in _NAMES.items()
        if (known := [name for name in names if name in places])
    }


def _records(text: str, separator: str, *, strict: bool = True) -> list[list[str]]:
    records: list[list[str]] = []
    lines = io.StringIO(text, newline="")
    table = csv.reader(lines, delimiter=separator, strict=strict)
    try:
        records.extend(table)
    except csv.Error as error:
        if not strict:
            return records
        raise table_error(
            f"row {len(records) + 1}", f"no readable row: {error}"
        ) from None
    return records


def _ensure_width(
    number: int, fields: list[str], width: int, columns: dict[str, tuple[int, str]]
) -> None:
    surplus = any(field.strip() for field in fields[width:])
    last_needed = max(columns[name][0] for name in REQUIRED_COLUMNS)
    if surplus or len(fields) <= last_needed:
        raise table_error(
            f"row {number}", f"{len(fields)} fields, and the header has {width}"
        )
