"""Parsing of a CSV text into rows: encoding, separator and header.

The header is the first row that has the columns date, home and away, each under one of
its usual names; rows above it are skipped.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from flextime.domain.errors import InvalidSchedule, Problem

REQUIRED_COLUMNS = ("date", "home", "away")
"""Columns that a table must have."""
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
"""The accepted names of each column, in lower case and without punctuation, in order
of preference."""
_SEPARATORS = (",", ";", "\t", "|")
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table below the header.

    Attributes
    ----------
    number
        Row number in the file, from 1, as a spreadsheet counts.
    columns
        Index and header of each known column.
    """

    number: int
    fields: tuple[str, ...]
    columns: dict[str, tuple[int, str]]

    def text(self, column: str) -> str:
        """Return the text of a column, stripped; empty if the column is missing."""
        index, _ = self.columns.get(column, (-1, ""))
        return self.fields[index].strip() if 0 <= index < len(self.fields) else ""

    def location(self, column: str) -> str:
        """Return the index of a field for an error message, with the file's header."""
        _, name = self.columns.get(column, (-1, column))
        return f"row {self.number}, column {name}"


def read_table(text: str | bytes) -> Iterator[Row]:
    """Yield the rows below the header that are not empty.

    Raises
    ------
    InvalidSchedule
        If the text is not a table, or the table lacks a required column.
    """
    decoded = _decode(text)
    separator, top, columns = _header(decoded)
    records = _records(decoded, separator)
    width = len(records[top])
    for number, fields in enumerate(records[top + 1 :], start=top + 2):
        if any(field.strip() for field in fields):
            _ensure_width(number, fields, width, columns)
            yield Row(number, tuple(fields), columns)


def table_error(pointer: str, message: str) -> InvalidSchedule:
    """Return the exception for one error in a table."""
    return InvalidSchedule((Problem(pointer, message),))


def _decode(text: str | bytes) -> str:
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
    """Return the separator, the index of the header row, and its columns."""
    best: list[str] = []
    best_index = 0
    for separator in _SEPARATORS:
        lines = "\n".join(text.splitlines()[:_HEADER_WITHIN])
        for index, fields in enumerate(_records(lines, separator, strict=False)):
            columns = _columns(fields)
            if all(name in columns for name in REQUIRED_COLUMNS):
                return separator, index, columns
            # The most likely header, for the error message.
            if len(fields) > len(best):
                best, best_index = fields, index
    missing = next(name for name in REQUIRED_COLUMNS if name not in _columns(best))
    listed = ", ".join(field.strip() for field in best) or "nothing"
    raise table_error(
        f"row {best_index + 1}",
        f"the header has no column {missing}; its columns are {listed}",
    )


def _columns(header: list[str]) -> dict[str, tuple[int, str]]:
    indices: dict[str, int] = {}
    for index, name in enumerate(header):
        indices.setdefault("".join(filter(str.isalnum, name.casefold())), index)
    return {
        column: (indices[known[0]], header[indices[known[0]]].strip())
        for column, names in _NAMES.items()
        if (known := [name for name in names if name in indices])
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
            f"row {len(records) + 1}", f"unreadable row: {error}"
        ) from None
    return records


def _ensure_width(
    number: int, fields: list[str], width: int, columns: dict[str, tuple[int, str]]
) -> None:
    surplus = any(field.strip() for field in fields[width:])
    last_required = max(columns[name][0] for name in REQUIRED_COLUMNS)
    if surplus or len(fields) <= last_required:
        raise table_error(
            f"row {number}", f"{len(fields)} fields, but the header has {width}"
        )
