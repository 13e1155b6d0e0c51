"""Reservations and stored responses of Idempotency-Keys, deleted by TTL.

A reservation without a response belongs to an execution that is running or has
crashed. After `RESERVATION_LIFETIME_S` the next request takes it over; its token then
prevents the first execution from committing late.
"""

import json
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.adapters.dynamodb.items import Item, ensure_fits_item, reservation_key
from flextime.adapters.dynamodb.writes import Write
from flextime.domain.errors import IdempotencyKeyReused, RequestInFlight
from flextime.domain.ids import TenantId
from flextime.serialization.records import pack, unpack
from flextime.usecases.transaction import (
    RESERVATION_LIFETIME_S,
    RESPONSE_LIFETIME_S,
    Reservation,
    StoredResponse,
)

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoIdempotency:
    """The part of the store that keeps Idempotency-Keys.

    Parameters
    ----------
    client
        The low-level DynamoDB client of boto3.
    table
        Name of the table.
    """

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        """Reserve a key; return the stored response if it has one.

        Raises
        ------
        IdempotencyKeyReused
            The key was used with another fingerprint.
        RequestInFlight
            The request with this key is still being executed.
        Unavailable
            DynamoDB cannot be reached.
        """
        with translate_errors("DynamoDB"):
            return self._reserve(tenant, reservation)

    def _reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        now_s = int(reservation.at.timestamp())
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    **reservation_key(tenant, reservation),
                    "entity": {"S": "IDEMPOTENCY"},
                    "fingerprint": {"S": reservation.fingerprint},
                    "token": {"S": reservation.token},
                    "reserved_until": {"N": str(now_s + RESERVATION_LIFETIME_S)},
                    "expires_at": {"N": str(now_s + RESPONSE_LIFETIME_S)},
                },
                # The TTL deletes late: an expired item counts as deleted.
                ConditionExpression="attribute_not_exists(pk) OR expires_at <= :now"
                " OR (attribute_not_exists(response_status)"
                " AND reserved_until <= :now)",
                ExpressionAttributeValues={":now": {"N": str(now_s)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return self._stored_response(tenant, reservation)
        except self._client.exceptions.TransactionConflictException:
            raise RequestInFlight("the first request is being committed") from None
        return None

    def _stored_response(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse:
        item = self._client.get_item(
            TableName=self._table,
            Key=reservation_key(tenant, reservation),
            ConsistentRead=True,
        ).get("Item")
        if item is not None and item["fingerprint"]["S"] != reservation.fingerprint:
            raise IdempotencyKeyReused("this key came with another request before")
        if item is None or "response_status" not in item:
            raise RequestInFlight("the first request with this key has no response yet")
        return _read_response(reservation, item)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        """Delete a reservation unless it has a response or another execution has it."""
        try:
            self._client.delete_item(
                TableName=self._table,
                Key=reservation_key(tenant, reservation),
                ConditionExpression="#token = :token"
                " AND attribute_not_exists(response_status)",
                ExpressionAttributeNames={"#token": "token"},
                ExpressionAttributeValues={":token": {"S": reservation.token}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return


def response_write(table: str, tenant: TenantId, response: StoredResponse) -> Write:
    """Return the write that stores a response with its reservation."""
    body = pack(response.body)
    ensure_fits_item(body)
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": reservation_key(tenant, response.reservation),
                "UpdateExpression": "SET response_status = :status,"
                " response_headers = :headers, response_body = :body",
                "ConditionExpression": "#token = :token",
                "ExpressionAttributeNames": {"#token": "token"},
                "ExpressionAttributeValues": {
                    ":status": {"N": str(response.status)},
                    ":headers": {"S": json.dumps(response.headers)},
                    ":body": {"B": body},
                    ":token": {"S": response.reservation.token},
                },
            }
        },
        lambda _: RequestInFlight("another request has taken this key over"),
    )


def _read_response(reservation: Reservation, item: Item) -> StoredResponse:
    headers: list[list[str]] = json.loads(item["response_headers"]["S"])
    return StoredResponse(
        reservation=reservation,
        status=int(item["response_status"]["N"]),
        headers=tuple((name, value) for name, value in headers),
        body=unpack(item["response_body"]["B"]),
    )
