"""The service as the endpoint calls it: one operation for each request."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Self

from moto.dynamodb.models import DynamoDBBackend

from flextime_local.aws_endpoint.message import Request, Response
from flextime_local.dynamodb.errors import DynamoDbError, UnknownOperationError
from flextime_local.dynamodb.item_rows import ItemRows
from flextime_local.dynamodb.read_operations import ReadOperations
from flextime_local.dynamodb.request_tokens import RequestTokens
from flextime_local.dynamodb.stream_rows import StreamRows
from flextime_local.dynamodb.table_definition import TableDefinitions
from flextime_local.dynamodb.write_operations import WriteOperations
from flextime_local.persistence.database import Database

TABLE_OPERATIONS: Final = frozenset(
    (
        "CreateTable",
        "DeleteTable",
        "DescribeContinuousBackups",
        "DescribeTable",
        "DescribeTimeToLive",
        "ListTables",
        "UpdateTimeToLive",
    )
)
"""Operations on definitions of tables, which moto answers."""
_TARGET = "DynamoDB_20120810."

type Operation = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class DynamoDb:
    """Serves items of tables whose definitions moto holds."""

    writes: WriteOperations
    tables: TableDefinitions
    streams: StreamRows
    _operations: dict[str, Operation] = field(repr=False)

    @classmethod
    def of(cls, database: Database, backend: DynamoDBBackend) -> Self:
        """Return the service on a database."""
        tables, items = TableDefinitions(backend), ItemRows(database)
        streams = StreamRows(database)
        writes = WriteOperations(
            database, tables, items, streams, RequestTokens(database)
        )
        reads = ReadOperations(tables, items)
        operations = writes.operations() | reads.operations()
        return cls(writes, tables, streams, operations)

    def call(self, operation: str, content: dict[str, Any]) -> dict[str, Any]:
        """Return the answer of an operation; raises `DynamoDbError`."""
        found = self._operations.get(operation)
        if found is None:
            raise UnknownOperationError(operation)
        return found(content)

    def delete_expired(self, now_s: float) -> int:
        """Delete what has expired in all tables; returns how many items.

        AWS deletes items within days after their time, and an application may not
        count on when.
        """
        deleted = 0
        for table in self.tables.all():
            while table.expiry_attribute and (
                count := self.writes.delete_expired(table, now_s)
            ):
                deleted += count
        return deleted

    def response(self, request: Request) -> Response:
        """Return the response to a request at the endpoint."""
        target = request.headers.get("x-amz-target", "")
        operation = request.operation if target.startswith(_TARGET) else target
        try:
            return Response.json(self.call(operation, request.json()))
        except DynamoDbError as error:
            return Response.error(error.type, error.message, fields=error.fields)
