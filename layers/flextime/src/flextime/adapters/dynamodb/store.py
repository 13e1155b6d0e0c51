"""The store on one DynamoDB table, with its outbox and stored responses."""

from typing import TYPE_CHECKING, Any, cast

from flextime.adapters.aws_errors import translate_errors
from flextime.adapters.dynamodb.cursors import read_cursor, write_cursor
from flextime.adapters.dynamodb.idempotency import DynamoIdempotency, response_write
from flextime.adapters.dynamodb.items import (
    ENTITIES,
    Item,
    attribute_of,
    identifier_in,
    key,
    list_item_of,
    partition,
    versioned,
)
from flextime.adapters.dynamodb.writes import Write, event_write, write_of
from flextime.domain.errors import NotFound, Unavailable
from flextime.domain.ids import TenantId
from flextime.usecases.aggregates import Aggregate, Listable, Versioned
from flextime.usecases.list_items import AGGREGATE_OF
from flextime.usecases.paging import Page, PageRequest
from flextime.usecases.retry import Retry
from flextime.usecases.transaction import Reservation, StoredResponse, Transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import QueryInputTypeDef

_SERVICE = "DynamoDB"
_TRANSIENT_REASONS = {
    "None",
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
}
"""Reasons for which a transaction is cancelled that succeeds a moment later."""
COMMIT_RETRY = Retry(max_attempts=6, first_delay_s=0.03)
"""How commits that collide with other transactions are retried."""


class _TransactionCancelled(Exception):
    """Another transaction touched the same items, or the table is throttled."""


class DynamoStore:
    """A `Store` whose reads are consistent: they see every earlier commit.

    Parameters
    ----------
    client
        The low-level DynamoDB client of boto3.
    table
        Name of the table.
    retry
        How commits that collide with other transactions are retried.
    """

    def __init__(
        self, client: "DynamoDBClient", table: str, retry: Retry = COMMIT_RETRY
    ) -> None:
        self._client = client
        self._table = table
        self._retry = retry
        self._idempotency = DynamoIdempotency(client, table)

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Versioned[T]:
        """Read an aggregate; raise `NotFound` or `Unavailable`."""
        with translate_errors(_SERVICE):
            item = self._client.get_item(
                TableName=self._table,
                Key=key(tenant, kind, identifier),
                ConsistentRead=True,
            ).get("Item")
        if item is None:
            raise NotFound(f"there is no {ENTITIES[kind].lower()} {identifier!r}")
        return versioned(kind, item)

    def page[T: Listable](
        self, tenant: TenantId, kind: type[T], page_request: PageRequest
    ) -> Page[T]:
        """Read one page; raise `InvalidInput` for a cursor of another list."""
        items = self._query(tenant, kind, page_request)
        shown = items[: page_request.limit]
        has_next = len(items) > page_request.limit
        return Page(
            tuple(self._listed(tenant, kind, item) for item in shown),
            write_cursor(ENTITIES[kind], identifier_in(shown[-1]))
            if has_next
            else None,
        )

    def _listed[T: Listable](
        self, tenant: TenantId, kind: type[T], item: Item
    ) -> Versioned[T]:
        if attribute_of(kind) in item:
            return versioned(kind, item)
        # Written by a version without list items; the next change adds one.
        aggregate = self.load(tenant, AGGREGATE_OF[kind], identifier_in(item))
        list_item = list_item_of(aggregate.value)
        return cast("Versioned[T]", Versioned(list_item, aggregate.version))

    def _query(
        self, tenant: TenantId, kind: type, page_request: PageRequest
    ) -> list[Item]:
        """Read the items of a page and, if there is a next page, its first item."""
        query: QueryInputTypeDef = {
            "TableName": self._table,
            "ConsistentRead": True,
            "KeyConditionExpression": "pk = :pk AND begins_with(sk, :kind)",
            "ExpressionAttributeValues": {
                ":pk": {"S": partition(tenant)},
                ":kind": {"S": f"{ENTITIES[kind]}#"},
            },
            "ScanIndexForward": not page_request.newest_first,
            "ProjectionExpression": f"sk, version, {attribute_of(kind)}",
        }
        if page_request.cursor is not None:
            last = read_cursor(ENTITIES[kind], page_request.cursor)
            query["ExclusiveStartKey"] = key(tenant, kind, last)
        items: list[Item] = []
        while len(items) <= page_request.limit:
            # A response ends at 1 MB, whatever the limit.
            query["Limit"] = page_request.limit + 1 - len(items)
            with translate_errors(_SERVICE):
                response = self._client.query(**query)
            items.extend(response["Items"])
            if "LastEvaluatedKey" not in response:
                break
            query["ExclusiveStartKey"] = response["LastEvaluatedKey"]
        return items

    def commit(self, transaction: Transaction) -> None:
        """Write a transaction; see `Store.commit` for the errors."""
        writes = self._writes(transaction)
        try:
            self._retry.call(lambda: self._write(writes), on=_TransactionCancelled)
        except _TransactionCancelled:
            raise Unavailable("DynamoDB keeps cancelling the transaction") from None

    def _writes(self, transaction: Transaction) -> list[Write]:
        table, tenant = self._table, transaction.tenant
        writes = [write_of(table, tenant, change) for change in transaction.changes]
        writes += [event_write(table, event) for event in transaction.events]
        if transaction.response is not None:
            writes.append(response_write(table, tenant, transaction.response))
        return writes

    def _write(self, writes: list[Write]) -> None:
        try:
            with translate_errors(_SERVICE):
                self._client.transact_write_items(
                    TransactItems=[write.request for write in writes]
                )
        except self._client.exceptions.TransactionCanceledException as error:
            reasons = cast(
                "list[dict[str, Any]]", error.response["CancellationReasons"]
            )
            for write, reason in zip(writes, reasons, strict=True):
                if reason["Code"] == "ConditionalCheckFailed":
                    raise write.condition_error(reason.get("Item")) from None
            if {reason["Code"] for reason in reasons} <= _TRANSIENT_REASONS:
                raise _TransactionCancelled from None
            raise

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        """Reserve an Idempotency-Key; see `Store.reserve`."""
        return self._idempotency.reserve(tenant, reservation)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        """Give up a reservation; see `Store.release`."""
        self._idempotency.release(tenant, reservation)
