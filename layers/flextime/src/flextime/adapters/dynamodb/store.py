"""The store on one DynamoDB table: state, events and answers in one transaction."""

import random
import time
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
    stored,
)
from flextime.adapters.dynamodb.writes import Write, event_write, write_of
from flextime.domain.errors import NotFound, Unavailable
from flextime.domain.ids import TenantId
from flextime.usecases.aggregates import Aggregate, Listable, Versioned
from flextime.usecases.list_items import AGGREGATE_OF
from flextime.usecases.paging import Page, PageRequest
from flextime.usecases.transaction import Reservation, StoredResponse, Transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import QueryInputTypeDef

_SERVICE = "DynamoDB"
_TRIES = 6
_PASSING = {
    "None",
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
}
"""Why a transaction may be cancelled that a moment later is not."""
_FIRST_PAUSE_S = 0.03


class DynamoStore:
    """Reads are consistent: whoever has written sees it."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table
        self._answers = DynamoIdempotency(client, table)

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Versioned[T]:
        with translate_errors(_SERVICE):
            found = self._client.get_item(
                TableName=self._table,
                Key=key(tenant, kind, identifier),
                ConsistentRead=True,
            ).get("Item")
        if found is None:
            raise NotFound(f"there is no {ENTITIES[kind].lower()} {identifier!r}")
        return stored(kind, found)

    def page[T: Listable](
        self, tenant: TenantId, kind: type[T], page_request: PageRequest
    ) -> Page[T]:
        found = self._query(tenant, kind, page_request)
        shown = found[: page_request.limit]
        more = len(found) > page_request.limit
        return Page(
            tuple(self._listed(tenant, kind, item) for item in shown),
            write_cursor(ENTITIES[kind], identifier_in(shown[-1])) if more else None,
        )

    def _listed[T: Listable](
        self, tenant: TenantId, kind: type[T], item: Item
    ) -> Versioned[T]:
        if attribute_of(kind) in item:
            return stored(kind, item)
        # Written before lists had briefs; its next change adds one.
        whole = self.load(tenant, AGGREGATE_OF[kind], identifier_in(item))
        return cast("Versioned[T]", Versioned(list_item_of(whole.value), whole.version))

    def _query(
        self, tenant: TenantId, kind: type, page_request: PageRequest
    ) -> list[Item]:
        """One more than page_request, where there is one: only then is there a next page."""
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
        found: list[Item] = []
        while len(found) <= page_request.limit:
            # An answer ends at 1 MB, however many items were asked for.
            query["Limit"] = page_request.limit + 1 - len(found)
            with translate_errors(_SERVICE):
                answer = self._client.query(**query)
            found.extend(answer["Items"])
            if "LastEvaluatedKey" not in answer:
                break
            query["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
        return found

    def commit(self, transaction: Transaction) -> None:
        writes = [
            *(
                write_of(self._table, transaction.tenant, change)
                for change in transaction.changes
            ),
            *(event_write(self._table, event) for event in transaction.events),
        ]
        if transaction.response is not None:
            writes.append(
                response_write(self._table, transaction.tenant, transaction.response)
            )
        for attempt in range(_TRIES):
            if self._committed(writes):
                return
            time.sleep(random.uniform(0.5, 1) * _FIRST_PAUSE_S * 2**attempt)  # noqa: S311 - spreads tries, guards nothing
        raise Unavailable("DynamoDB cancels the transaction again and again")

    def _committed(self, writes: list[Write]) -> bool:
        """Whether it is done; False when another transaction was in the way."""
        try:
            with translate_errors(_SERVICE):
                self._client.transact_write_items(
                    TransactItems=[write.request for write in writes]
                )
        except self._client.exceptions.TransactionCanceledException as cancelled:
            reasons = cast(
                "list[dict[str, Any]]", cancelled.response["CancellationReasons"]
            )
            for write, reason in zip(writes, reasons, strict=True):
                if reason["Code"] == "ConditionalCheckFailed":
                    raise write.refused(reason.get("Item")) from None
            if {reason["Code"] for reason in reasons} <= _PASSING:
                return False
            raise
        return True

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        return self._answers.reserve(tenant, reservation)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        self._answers.release(tenant, reservation)
