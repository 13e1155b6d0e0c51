"""Records of the tables' streams, as rows with increasing sequence numbers."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from flextime_local.dynamodb.table_definition import TableDefinition
from flextime_local.dynamodb.values import Item, item_size
from flextime_local.names import REGION
from flextime_local.persistence.database import Database

_NUMBER_DIGITS = 21
"""Sequence numbers of AWS have at least so many."""

type Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StreamRows:
    """Appends and reads records.

    Numbers are never used twice, also after old records have been removed.
    """

    database: Database
    _read_up_to: dict[tuple[str, str], int] = field(default_factory=dict)
    """Position of each reader, by table and reader."""

    def append(
        self, table: TableDefinition, old: Item | None, new: Item | None
    ) -> None:
        """Record a change of an item, if there is one and the table has a stream."""
        if table.stream_view is None or old == new:
            return
        item = new if new is not None else old
        change: dict[str, Any] = {
            "ApproximateCreationDateTime": int(time.time()),
            "Keys": table.key_of(item or {}),
            "StreamViewType": table.stream_view,
        }
        if new is not None and table.stream_view in {"NEW_IMAGE", "NEW_AND_OLD_IMAGES"}:
            change["NewImage"] = new
        if old is not None and table.stream_view in {"OLD_IMAGE", "NEW_AND_OLD_IMAGES"}:
            change["OldImage"] = old
        change["SizeBytes"] = item_size(old or {}) + item_size(new or {})
        record = {
            "eventID": uuid4().hex,
            "eventName": _event_name(old, new),
            "eventVersion": "1.1",
            "eventSource": "aws:dynamodb",
            "awsRegion": REGION,
            "dynamodb": change,
        }
        self.database.write(
            "INSERT INTO stream_record (table_name, content) VALUES (?, ?)",
            (table.name, json.dumps(record, separators=(",", ":"))),
        )

    def read(self, table_name: str, position: int, limit: int) -> list[Record]:
        """Return the records from a position on, at most `limit`."""
        rows = self.database.rows(
            "SELECT number, content FROM stream_record "
            "WHERE table_name = ? AND number >= ? ORDER BY number LIMIT ?",
            (table_name, position, limit),
        )
        return [_numbered(number, json.loads(content)) for number, content in rows]

    def first(self, table_name: str) -> int:
        """Return the number of the oldest record, or of the next one."""
        ((first,),) = self.database.rows(
            "SELECT min(number) FROM stream_record WHERE table_name = ?", (table_name,)
        )
        return self.end() if first is None else int(first)

    def end(self) -> int:
        """Return the number of the next record."""
        rows = self.database.rows(
            "SELECT seq FROM sqlite_sequence WHERE name = 'stream_record'"
        )
        return int(rows[0][0]) + 1 if rows else 1

    def register(self, table_name: str, reader: str) -> None:
        """Keep every record until this reader has read it."""
        self._read_up_to.setdefault((table_name, reader), 0)

    def forget_before(
        self, table_name: str, reader: str, position: int, kept: int
    ) -> None:
        """Remove what all readers have read, except for the last `kept` numbers."""
        self._read_up_to[table_name, reader] = position
        end = min(self._positions(table_name)) - kept
        if end > self.first(table_name):
            with self.database.transaction():
                self.database.write(
                    "DELETE FROM stream_record WHERE table_name = ? AND number < ?",
                    (table_name, end),
                )

    def _positions(self, table_name: str) -> Iterable[int]:
        return [
            position
            for (table, _), position in self._read_up_to.items()
            if table == table_name
        ]


def _event_name(old: Item | None, new: Item | None) -> str:
    if old is None:
        return "INSERT"
    return "REMOVE" if new is None else "MODIFY"


def _numbered(number: int, record: Record) -> Record:
    record["dynamodb"]["SequenceNumber"] = str(number).zfill(_NUMBER_DIGITS)
    return record
