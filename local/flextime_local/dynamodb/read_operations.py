"""GetItem, Query and Scan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.condition_parser import parse_condition
from flextime_local.dynamodb.expressions.key_conditions import key_range
from flextime_local.dynamodb.expressions.names import (
    Names,
    Values,
    check_placeholders,
)
from flextime_local.dynamodb.expressions.projections import parse_projection, project
from flextime_local.dynamodb.item_rows import ItemRows, Row
from flextime_local.dynamodb.table_definition import TableDefinition, TableDefinitions
from flextime_local.dynamodb.values import Item, normal_item

_MAX_PAGE_BYTES = 1024 * 1024
_ROWS_AT_ONCE = 50

type Request = dict[str, Any]
type Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadOperations:
    """Reads are always consistent, as if ConsistentRead were true."""

    tables: TableDefinitions
    items: ItemRows

    def operations(self) -> dict[str, Callable[[Request], Answer]]:
        """Return the operations by their names."""
        return {"GetItem": self._get, "Query": self._query, "Scan": self._scan}

    def _get(self, request: Request) -> Answer:
        check_placeholders(request)
        table = self.tables.get(request["TableName"])
        key = normal_item(request["Key"])
        table.check_key(key)
        item = self.items.get(table, table.key_bytes(key))
        return {} if item is None else {"Item": _projected(request, item)}

    def _query(self, request: Request) -> Answer:
        check_placeholders(request)
        table = self._table_without_index(request)
        wanted = key_range(request, table)
        is_forward = request.get("ScanIndexForward", True)

        def rows(start: bytes | None, limit: int) -> list[Row]:
            after = ">" if is_forward else "<"
            bounds = wanted.bounds + (((after, start),) if start is not None else ())
            return self.items.in_partition(
                table, wanted.partition, bounds, limit, is_forward=is_forward
            )

        first = _start_key(request, table)
        found = _in_pieces(
            lambda key, limit: rows(key[1] if key else None, limit), first, request
        )
        return _page(request, table, found)

    def _scan(self, request: Request) -> Answer:
        check_placeholders(request)
        table = self._table_without_index(request)

        def rows(key: tuple[bytes, bytes] | None, limit: int) -> list[Row]:
            return self.items.after(table, key or (b"", b""), limit)

        start = _start_key(request, table)
        return _page(request, table, _in_pieces(rows, start, request))

    def _table_without_index(self, request: Request) -> TableDefinition:
        table = self.tables.get(request["TableName"])
        if index := request.get("IndexName"):
            raise ValidationError(
                f"The table does not have the specified index: {index}"
            )
        return table


type _Place = tuple[bytes, bytes] | None


def _in_pieces(
    read: Callable[[_Place, int], list[Row]], start: _Place, request: Request
) -> Iterator[Row]:
    """Return all rows, of which a few are read at once, each time after the last."""
    at_once = min(int(request.get("Limit") or _ROWS_AT_ONCE), _ROWS_AT_ONCE)
    while True:
        rows = read(start, at_once)
        yield from rows
        if len(rows) < at_once:
            return
        start = rows[-1].key


def _start_key(request: Request, table: TableDefinition) -> _Place:
    start = request.get("ExclusiveStartKey")
    if not start:
        return None
    key = normal_item(start)
    if key.keys() != table.key_types.keys():
        raise ValidationError("The provided starting key is invalid")
    return table.key_bytes(key)


def _page(request: Request, table: TableDefinition, rows: Iterator[Row]) -> Answer:
    """Return rows until the limit is reached or a page is full.

    A page that is full has a LastEvaluatedKey even if nothing follows it: DynamoDB
    does not look ahead.
    """
    limit = request.get("Limit")
    text = request.get("FilterExpression")
    names, values = Names.of(request), Values.of(request)
    condition = parse_condition(text, names, "FilterExpression") if text else None
    found: list[Item] = []
    scanned = size = 0
    last: Item | None = None
    for row in rows:
        scanned += 1
        size += row.size
        item = row.item()
        if condition is None or condition.holds(item, values):
            found.append(item)
        if scanned == limit or size >= _MAX_PAGE_BYTES:
            last = table.key_of(item)
            break
    answer: Answer = {"Count": len(found), "ScannedCount": scanned}
    if request.get("Select") != "COUNT":
        answer["Items"] = [_projected(request, item) for item in found]
    return answer | ({"LastEvaluatedKey": last} if last else {})


def _projected(request: Request, item: Item) -> Item:
    text = request.get("ProjectionExpression")
    if text is None:
        return item
    return project(item, parse_projection(text, Names.of(request)))
