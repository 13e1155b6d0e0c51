"""Items of the tables, as rows of the database."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.key_conditions import Bound
from flextime_local.dynamodb.table_definition import Key, TableDefinition
from flextime_local.dynamodb.values import MAX_ITEM_BYTES, Item, item_size
from flextime_local.persistence.database import Database

_PUT = """
INSERT INTO item (table_name, partition, sort, content, size, expires_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (table_name, partition, sort) DO UPDATE
SET content = excluded.content, size = excluded.size, expires_at = excluded.expires_at
"""
_GET = "SELECT content FROM item WHERE table_name = ? AND partition = ? AND sort = ?"
_DELETE = "DELETE FROM item WHERE table_name = ? AND partition = ? AND sort = ?"


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its place and size."""

    key: Key
    content: str
    size: int

    def item(self) -> Item:
        """Return the item."""
        item: Item = json.loads(self.content)
        return item


@dataclass(frozen=True, slots=True)
class ItemRows:
    """Reads and writes items; the caller opens the transaction."""

    database: Database

    def get(self, table: TableDefinition, key: Key) -> Item | None:
        """Return the item with a key, or None."""
        rows = self.database.rows(_GET, (table.name, *key))
        if not rows:
            return None
        item: Item = json.loads(rows[0][0])
        return item

    def put(self, table: TableDefinition, key: Key, item: Item) -> None:
        """Store an item; raises `ValidationError` if it is too large."""
        size = item_size(item)
        if size > MAX_ITEM_BYTES:
            raise ValidationError(
                "Item size has exceeded the maximum allowed size of 400 KB"
            )
        content = json.dumps(item, ensure_ascii=True, separators=(",", ":"))
        expiry = item.get(table.expiry_attribute or "", {}).get("N")
        expires_at = float(expiry) if expiry is not None else None
        self.database.write(_PUT, (table.name, *key, content, size, expires_at))

    def delete(self, table: TableDefinition, key: Key) -> None:
        """Remove an item."""
        self.database.write(_DELETE, (table.name, *key))

    def in_partition(
        self,
        table: TableDefinition,
        partition: bytes,
        bounds: Sequence[Bound],
        limit: int,
        *,
        is_forward: bool,
    ) -> list[Row]:
        """Return items of one partition in the order of their sort keys."""
        tests = "".join(f" AND sort {comparison} ?" for comparison, _ in bounds)
        direction = "ASC" if is_forward else "DESC"
        return self._rows(
            f"WHERE table_name = ? AND partition = ?{tests} "
            f"ORDER BY sort {direction} LIMIT ?",
            (table.name, partition, *(value for _, value in bounds), limit),
        )

    def after(self, table: TableDefinition, key: Key, limit: int) -> list[Row]:
        """Return items of all partitions that follow a key."""
        return self._rows(
            "WHERE table_name = ? AND (partition, sort) > (?, ?) "
            "ORDER BY partition, sort LIMIT ?",
            (table.name, *key, limit),
        )

    def expired(self, table: TableDefinition, before_s: float, limit: int) -> list[Row]:
        """Return items whose time to live has passed."""
        return self._rows(
            "WHERE table_name = ? AND expires_at < ? ORDER BY expires_at LIMIT ?",
            (table.name, before_s, limit),
        )

    def _rows(self, clause: str, parameters: Sequence[object]) -> list[Row]:
        found = self.database.rows(
            f"SELECT partition, sort, content, size FROM item {clause}",  # noqa: S608 - constants of this module
            parameters,
        )
        return [
            Row((partition, sort), content, size)
            for partition, sort, content, size in found
        ]
