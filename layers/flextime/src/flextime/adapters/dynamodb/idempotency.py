"""Idempotency-Keys in the table: claimed, answered, given back, forgotten by TTL.

A claim without an answer belongs to a try that died or is still at work; after
`RESERVATION_LIFETIME_S` the next try takes it over, and the token keeps the first from
committing late.
"""

import json
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.adapters.dynamodb.items import Item, ensure_fits_item, idempotency_key_of
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
    """The part of the store that keeps requests and their answers."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
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
                    **idempotency_key_of(tenant, reservation),
                    "entity": {"S": "ANSWER"},
                    "fingerprint": {"S": reservation.fingerprint},
                    "token": {"S": reservation.token},
                    "claimed_until": {"N": str(now_s + RESERVATION_LIFETIME_S)},
                    "expires_at": {"N": str(now_s + RESPONSE_LIFETIME_S)},
                },
                # The TTL deletes late: what is over its time counts as gone.
                ConditionExpression="attribute_not_exists(pk) OR expires_at <= :now"
                " OR (attribute_not_exists(answer_status) AND claimed_until <= :now)",
                ExpressionAttributeValues={":now": {"N": str(now_s)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return self._given_before(tenant, reservation)
        except self._client.exceptions.TransactionConflictException:
            raise RequestInFlight("the first request is being committed") from None
        return None

    def _given_before(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse:
        found = self._client.get_item(
            TableName=self._table,
            Key=idempotency_key_of(tenant, reservation),
            ConsistentRead=True,
        ).get("Item")
        if found is None or "answer_status" not in found:
            if found and found["fingerprint"]["S"] != reservation.fingerprint:
                raise _reused()
            raise RequestInFlight("the first request with this key has no answer yet")
        if found["fingerprint"]["S"] != reservation.fingerprint:
            raise _reused()
        return _answer(reservation, found)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        try:
            self._client.delete_item(
                TableName=self._table,
                Key=idempotency_key_of(tenant, reservation),
                ConditionExpression="#token = :token"
                " AND attribute_not_exists(answer_status)",
                ExpressionAttributeNames={"#token": "token"},
                ExpressionAttributeValues={":token": {"S": reservation.token}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return  # answered, or taken over: not this try's to give back


def response_write(table: str, tenant: TenantId, answer: StoredResponse) -> Write:
    """The answer of the try that still holds the reservation."""
    body = pack(answer.body)
    ensure_fits_item(body)
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": idempotency_key_of(tenant, answer.reservation),
                "UpdateExpression": "SET answer_status = :status,"
                " answer_headers = :headers, answer_body = :body",
                "ConditionExpression": "#token = :token",
                "ExpressionAttributeNames": {"#token": "token"},
                "ExpressionAttributeValues": {
                    ":status": {"N": str(answer.status)},
                    ":headers": {"S": json.dumps(answer.headers)},
                    ":body": {"B": body},
                    ":token": {"S": answer.reservation.token},
                },
            }
        },
        lambda _: RequestInFlight("another try has taken this key over"),
    )


def _answer(reservation: Reservation, found: Item) -> StoredResponse:
    headers: list[list[str]] = json.loads(found["answer_headers"]["S"])
    return StoredResponse(
        reservation=reservation,
        status=int(found["answer_status"]["N"]),
        headers=tuple((name, value) for name, value in headers),
        body=unpack(found["answer_body"]["B"]),
    )


def _reused() -> IdempotencyKeyReused:
    return IdempotencyKeyReused("this key came with another request before")
