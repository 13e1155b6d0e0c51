"""PutItem, UpdateItem, DeleteItem and TransactWriteItems."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flextime_local.dynamodb.errors import (
    ConditionFailedError,
    TransactionCanceledError,
    ValidationError,
)
from flextime_local.dynamodb.item_rows import ItemRows
from flextime_local.dynamodb.request_tokens import RequestTokens
from flextime_local.dynamodb.stream_rows import StreamRows
from flextime_local.dynamodb.table_definition import TableDefinition, TableDefinitions
from flextime_local.dynamodb.values import Item
from flextime_local.dynamodb.writes import KINDS, Write
from flextime_local.persistence.database import Database

_MAX_OPERATIONS = 100

type Request = dict[str, Any]
type Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WriteOperations:
    """Every operation is one transaction: items, stream records and token."""

    database: Database
    tables: TableDefinitions
    items: ItemRows
    streams: StreamRows
    tokens: RequestTokens

    def operations(self) -> dict[str, Callable[[Request], Answer]]:
        """Return the operations by their names."""
        return {
            "PutItem": lambda request: self._write("Put", request),
            "UpdateItem": lambda request: self._write("Update", request),
            "DeleteItem": lambda request: self._write("Delete", request),
            "TransactWriteItems": self._transact,
        }

    def delete_expired(self, table: TableDefinition, rows_before_s: float) -> int:
        """Delete some items whose time has passed; returns how many."""
        with self.database.transaction():
            rows = self.items.expired(table, rows_before_s, limit=500)
            for row in rows:
                self.items.delete(table, row.key)
                self.streams.append(table, row.item(), None)
        return len(rows)

    def _write(self, kind: str, request: Request) -> Answer:
        write = Write.of(kind, self.tables.get(request["TableName"]), request)
        with self.database.transaction():
            old = self.items.get(write.table, write.key)
            write.check(old)
            new = write.new_item(old)
            attributes = write.attributes(old, new)
            self._apply(write, old, new)
        return {"Attributes": attributes} if attributes else {}

    def _apply(self, write: Write, old: Item | None, new: Item | None) -> None:
        if write.kind == "ConditionCheck":
            return
        if new is not None:
            self.items.put(write.table, write.key, new)
        elif old is not None:
            self.items.delete(write.table, write.key)
        self.streams.append(write.table, old, new)

    def _transact(self, request: Request) -> Answer:
        writes = self._writes(request["TransactItems"])
        token = request.get("ClientRequestToken")
        with self.database.transaction():
            if token and self.tokens.is_applied(token, request["TransactItems"]):
                return {}
            olds = [self.items.get(write.table, write.key) for write in writes]
            _check_all(writes, olds)
            for write, old in zip(writes, olds, strict=True):
                self._apply(write, old, write.new_item(old))
            if token:
                self.tokens.remember(token, request["TransactItems"])
        return {}

    def _writes(self, items: list[dict[str, Any]]) -> list[Write]:
        if not 1 <= len(items) <= _MAX_OPERATIONS:
            raise ValidationError(
                "1 validation error detected: Value at 'transactItems' failed to "
                "satisfy constraint: Member must have length between 1 and 100"
            )
        writes = []
        for item in items:
            kinds = KINDS & item.keys()
            if len(item) != 1 or not kinds:
                raise ValidationError(
                    "TransactItems can only contain one of Check, Put, Update or Delete"
                )
            (kind,) = kinds
            table = self.tables.get(item[kind]["TableName"])
            writes.append(Write.of(kind, table, item[kind]))
        if len({(write.table.name, write.key) for write in writes}) < len(writes):
            raise ValidationError(
                "Transaction request cannot include multiple operations on one item"
            )
        return writes


def _check_all(writes: list[Write], olds: list[Item | None]) -> None:
    """Raise `TransactionCanceledError` with a reason for each operation."""
    reasons: list[dict[str, Any]] = []
    for write, old in zip(writes, olds, strict=True):
        try:
            write.check(old)
        except ConditionFailedError as error:
            code = "ConditionalCheckFailed"
            reasons.append({"Code": code, "Message": error.message, **error.fields})
        else:
            reasons.append({"Code": "None"})
    if any(reason["Code"] != "None" for reason in reasons):
        raise TransactionCanceledError(reasons)
