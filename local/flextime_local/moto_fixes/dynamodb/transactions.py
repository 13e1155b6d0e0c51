"""A transaction is checked as a whole, applied item by item, and undone item by item.

moto copies whole tables before a transaction and puts the copies back when it is
cancelled: acknowledged writes of others disappear, and readers of the table's
stream are left holding the old one.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moto.dynamodb.comparisons import get_filter_expression
from moto.dynamodb.exceptions import (
    ConditionalCheckFailed,
    MockValidationException,
    MultipleTransactionsException,
    TooManyTransactionsException,
    TransactionCanceledException,
    TransactWriteSingleOpException,
)
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

from flextime_local.moto_fixes.fix import Fix, Patch
from flextime_local.state_lock import STATE_LOCK

_MOST_OPERATIONS = 100
_CONDITION = ("ExpressionAttributeNames", "ExpressionAttributeValues")
type Reason = tuple[str | None, str | None, dict[str, Any] | None]
_NO_REASON: Reason = (None, None, None)


@dataclass(frozen=True, slots=True)
class Operation:
    kind: str
    request: dict[str, Any]
    table: Table
    key: dict[str, Any]

    @classmethod
    def of(cls, backend: DynamoDBBackend, item: dict[str, Any]) -> "Operation":
        if len(item) != 1:
            raise TransactWriteSingleOpException
        kind, request = next(iter(item.items()))
        table = backend.get_table(request["TableName"])
        names = [table.hash_key_attr]
        if table.range_key_attr is not None:
            names.append(table.range_key_attr)
        source = request["Item"] if kind == "Put" else request["Key"]
        missing = [name for name in names if name not in source]
        if missing:
            raise MockValidationException(
                f"One or more parameter values were invalid: Missing the key "
                f"{missing[0]} in the item"
            )
        return cls(kind, request, table, {name: source[name] for name in names})

    @property
    def target(self) -> tuple[str, str]:
        return (self.table.name, str(self.key))

    def hash_and_range(self) -> tuple[DynamoType, DynamoType | None]:
        range_name = self.table.range_key_attr
        return (
            DynamoType(self.key[self.table.hash_key_attr]),
            DynamoType(self.key[range_name]) if range_name else None,
        )

    def current(self) -> Item | None:
        return self.table.get_item(*self.hash_and_range())

    def check(self) -> Reason:
        condition = self.request.get("ConditionExpression")
        if condition is None:
            return _NO_REASON
        names, values = (self.request.get(name) for name in _CONDITION)
        current = self.current()
        if get_filter_expression(condition, names, values).expr(current):
            return _NO_REASON
        shown = self.request.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD"
        item = current.to_json()["Attributes"] if shown and current else None
        return ("ConditionalCheckFailed", str(ConditionalCheckFailed().message), item)

    def apply(self, backend: DynamoDBBackend) -> None:
        match self.kind:
            case "Put":
                backend.put_item(self.table.name, self.request["Item"])
            case "Delete":
                backend.delete_item(self.table.name, self.key)
            case "Update":
                names, values = (self.request.get(name) for name in _CONDITION)
                backend.update_item(
                    self.table.name,
                    self.key,
                    self.request["UpdateExpression"],
                    names or {},
                    values or {},
                )
            case "ConditionCheck":
                pass


@dataclass(frozen=True, slots=True)
class Undo:
    """What one operation found: the item, and how long the stream was."""

    operation: Operation
    before: Item | None
    stream_length: int

    @classmethod
    def of(cls, operation: Operation) -> "Undo":
        shard = operation.table.stream_shard
        return cls(
            operation,
            copy.deepcopy(operation.current()),
            len(shard.items) if shard else 0,
        )

    def restore(self) -> None:
        table = self.operation.table
        hash_value, range_value = self.operation.hash_and_range()
        items: dict[Any, Any] = table.items
        if range_value is not None:
            items, hash_value = items[hash_value], range_value
        if self.before is None:
            items.pop(hash_value, None)
        else:
            items[hash_value] = self.before
        if table.stream_shard:
            del table.stream_shard.items[self.stream_length :]


def _operations(
    backend: DynamoDBBackend, items: list[dict[str, Any]]
) -> list[Operation]:
    if len(items) > _MOST_OPERATIONS:
        raise TooManyTransactionsException
    operations = [Operation.of(backend, item) for item in items]
    if len({operation.target for operation in operations}) < len(operations):
        raise MultipleTransactionsException
    return operations


def transact_write_items(
    backend: DynamoDBBackend, transact_items: list[dict[str, Any]]
) -> None:
    with STATE_LOCK:
        operations = _operations(backend, transact_items)
        reasons = [operation.check() for operation in operations]
        if any(code for code, _, _ in reasons):
            raise TransactionCanceledException(reasons)
        _apply_all(backend, operations)


def _apply_all(backend: DynamoDBBackend, operations: list[Operation]) -> None:
    done: list[Undo] = []
    for index, operation in enumerate(operations):
        done.append(Undo.of(operation))
        try:
            operation.apply(backend)
        except Exception as error:
            for undo in reversed(done):
                undo.restore()
            if isinstance(error, MockValidationException):
                raise
            reasons: list[Reason] = [_NO_REASON] * len(operations)
            reasons[index] = (type(error).__name__, str(error), None)
            raise TransactionCanceledException(reasons) from error


def _replacement(_: Callable[..., None]) -> Callable[..., None]:
    return transact_write_items


TRANSACTIONS = Fix(
    gap="a cancelled transaction takes acknowledged writes of others with it",
    patches=(Patch(DynamoDBBackend, "transact_write_items", _replacement),),
)
