"""Items of the tables and the records of their streams."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import StreamRecord, StreamShard, Table

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.moto_fixes.dynamodb.request_tokens import tokens_of

type Change = tuple[str, dict[str, Any], DynamoType, DynamoType | None, Item | None]
"""Table, stream record, hash key, range key, the item as it is now."""


class TableWithoutStreamError(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"the table {name} has no stream, from which the local stack keeps changes"
        )


@dataclass(slots=True)
class TablePart:
    name: ClassVar[str] = "tables"
    backend: DynamoDBBackend
    _seen: dict[str, int] = field(default_factory=dict)
    """Sequence number up to which a table's stream has been looked at."""
    _seen_tokens: set[str] = field(default_factory=set)
    _unplaced: dict[str, Any] = field(default_factory=dict)
    """Tables that were kept, but that the template has no more."""

    def changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> Untyped:
        changes = [
            change
            for table in self.backend.tables.values()
            for change in self._changes_of(table)
        ]
        tokens = {
            token: applied
            for token, applied in tokens_of(self.backend).applied.items()
            if token not in self._seen_tokens
        }
        self._seen_tokens.update(tokens)
        return (changes, tokens) if changes or tokens else None

    def _changes_of(self, table: Table) -> list[Change]:
        shard = _shard(table)
        end = shard.starting_sequence_number + len(shard.items)
        start = max(self._seen.get(table.name, 0), shard.starting_sequence_number)
        if start == end:
            return []
        self._seen[table.name] = end
        first = start - shard.starting_sequence_number
        return [_change(table, record.record) for record in shard.items[first:]]

    def apply(self, changes: Untyped) -> None:
        records, tokens = changes
        for name, record, hash_key, range_key, item in records:
            table = self.backend.tables.get(name)
            if table is not None:
                _put(table, hash_key, range_key, item)
                _shard(table).items.append(_stream_record(record))
        tokens_of(self.backend).applied.update(tokens)
        self._look_away()

    def everything(self) -> Untyped:
        tables = {
            name: (
                {hash_key: dict(entry) for hash_key, entry in table.items.items()}
                if table.has_range_key
                else dict(table.items),
                _shard(table).starting_sequence_number,
                [record.record for record in _shard(table).items],
            )
            for name, table in self.backend.tables.items()
        }
        return self._unplaced | tables, tokens_of(self.backend).applied

    def restore(self, everything: Untyped) -> None:
        tables, tokens = everything
        for name, (items, first_number, records) in tables.items():
            table = self.backend.tables.get(name)
            if table is None:
                self._unplaced[name] = (items, first_number, records)
                continue
            table.items.update(items)
            shard = _shard(table)
            shard.starting_sequence_number = first_number
            shard.items[:] = [_stream_record(record) for record in records]
        tokens_of(self.backend).applied.update(tokens)
        self._look_away()

    def _look_away(self) -> None:
        """Take what is there as seen: it came from disk."""
        for name, table in self.backend.tables.items():
            shard = _shard(table)
            self._seen[name] = shard.starting_sequence_number + len(shard.items)
        self._seen_tokens.update(tokens_of(self.backend).applied)


def _shard(table: Table) -> StreamShard:
    if table.stream_shard is None:
        raise TableWithoutStreamError(table.name)
    return table.stream_shard


def _change(table: Table, record: dict[str, Any]) -> Change:
    keys = record["dynamodb"]["Keys"]
    hash_key = DynamoType(keys[table.hash_key_attr])
    range_key = DynamoType(keys[table.range_key_attr]) if table.range_key_attr else None
    return table.name, record, hash_key, range_key, table.get_item(hash_key, range_key)


def _put(
    table: Table, hash_key: DynamoType, range_key: DynamoType | None, item: Item | None
) -> None:
    place: dict[Any, Any] = table.items
    key = hash_key
    if range_key is not None:
        place, key = table.items[hash_key], range_key
    if item is None:
        place.pop(key, None)
    else:
        place[key] = item


def _stream_record(record: dict[str, Any]) -> StreamRecord:
    kept: StreamRecord = object.__new__(StreamRecord)
    kept.record = record
    return kept
