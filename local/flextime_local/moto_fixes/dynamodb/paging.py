"""A page that is full has a LastEvaluatedKey, even when nothing follows it.

moto leaves the key out when Limit meets the last match. DynamoDB does not look ahead,
and clients that count on the key for their cursor see the difference. A query of one
partition also looks at that partition only: moto sorts the whole table for it.
"""

import copy
from collections.abc import Callable
from typing import Any

from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

type Page = tuple[list[Item], int, dict[str, Any] | None]


def _only_partition(table: Table, hash_key: DynamoType) -> Table:
    part = copy.copy(table)
    part.items = {hash_key: table.items[hash_key]} if hash_key in table.items else {}  # type: ignore[assignment] # only read here
    return part


def _finish(
    table: Table,
    page: Page,
    limit: int | None,
    index_name: str | None,
    filter_expression: Untyped,
    projection_expressions: Untyped,
) -> Page:
    items, scanned_count, last_key = page
    if last_key is None and limit and len(items) == limit:
        last_key = table._get_last_evaluated_key(items[-1], index_name)  # noqa: SLF001 - a fix
    if filter_expression is not None:
        items = [item for item in items if filter_expression.expr(item)]
    if projection_expressions:
        items = [item.project(projection_expressions) for item in items]
    return items, scanned_count, last_key


def _query(original: Callable[..., Page]) -> Callable[..., Page]:
    def query(  # noqa: PLR0913, PLR0917 - moto's signature
        table: Table,
        hash_key: DynamoType | None,
        range_comparison: str | None,
        range_objs: list[DynamoType],
        limit: int,
        exclusive_start_key: dict[str, Any],
        scan_index_forward: bool,  # noqa: FBT001 - moto's signature
        projection_expressions: list[list[str]] | None,
        index_name: str | None = None,
        consistent_read: bool = False,  # noqa: FBT001, FBT002 - moto's signature
        filter_expression: Untyped = None,
        **arguments: Untyped,
    ) -> Page:
        searched = table
        if index_name is None and hash_key is not None and table.has_range_key:
            searched = _only_partition(table, hash_key)
        page = original(
            searched,
            hash_key,
            range_comparison,
            range_objs,
            limit,
            exclusive_start_key,
            scan_index_forward,
            None,
            index_name,
            consistent_read,
            None,
            **arguments,
        )
        return _finish(
            table, page, limit, index_name, filter_expression, projection_expressions
        )

    return query


def _scan(original: Callable[..., Page]) -> Callable[..., Page]:
    def scan(  # noqa: PLR0913, PLR0917 - moto's signature
        table: Table,
        filters: dict[str, Any],
        limit: int,
        exclusive_start_key: dict[str, Any],
        filter_expression: Untyped = None,
        index_name: str | None = None,
        consistent_read: bool = False,  # noqa: FBT001, FBT002 - moto's signature
        projection_expression: list[list[str]] | None = None,
        **arguments: Untyped,
    ) -> Page:
        page = original(
            table,
            filters,
            limit,
            exclusive_start_key,
            None,
            index_name,
            consistent_read,
            None,
            **arguments,
        )
        return _finish(
            table, page, limit, index_name, filter_expression, projection_expression
        )

    return scan


PAGING = Fix(
    gap="LastEvaluatedKey is missing when Limit meets the last match",
    patches=(Patch(Table, "query", _query), Patch(Table, "scan", _scan)),
)
