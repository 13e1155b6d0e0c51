"""Idempotency-Keys in the table: claimed, answered, given back, forgotten by TTL.

A claim without an answer belongs to a try that died or is still at work; after
`CLAIM_LASTS_S` the next try takes it over, and the token keeps the first from
committing late.
"""

import json
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import answering
from flextime.adapters.dynamodb.items import Item, answer_key, refuse_too_large
from flextime.adapters.dynamodb.writes import Write
from flextime.domain.errors import IdempotencyKeyReused, RequestInFlight
from flextime.domain.ids import TenantId
from flextime.serialization.records import pack, unpack
from flextime.usecases.transaction import (
    ANSWER_LASTS_S,
    CLAIM_LASTS_S,
    Claim,
    RememberedAnswer,
)

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoAnswers:
    """The part of the store that keeps requests and their answers."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def claim(self, tenant: TenantId, claim: Claim) -> RememberedAnswer | None:
        with answering("DynamoDB"):
            return self._claim(tenant, claim)

    def _claim(self, tenant: TenantId, claim: Claim) -> RememberedAnswer | None:
        now_s = int(claim.at.timestamp())
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    **answer_key(tenant, claim),
                    "entity": {"S": "ANSWER"},
                    "fingerprint": {"S": claim.fingerprint},
                    "token": {"S": claim.token},
                    "claimed_until": {"N": str(now_s + CLAIM_LASTS_S)},
                    "expires_at": {"N": str(now_s + ANSWER_LASTS_S)},
                },
                # The TTL deletes late: what is over its time counts as gone.
                ConditionExpression="attribute_not_exists(pk) OR expires_at <= :now"
                " OR (attribute_not_exists(answer_status) AND claimed_until <= :now)",
                ExpressionAttributeValues={":now": {"N": str(now_s)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return self._given_before(tenant, claim)
        except self._client.exceptions.TransactionConflictException:
            raise RequestInFlight("the first request is being committed") from None
        return None

    def _given_before(self, tenant: TenantId, claim: Claim) -> RememberedAnswer:
        found = self._client.get_item(
            TableName=self._table, Key=answer_key(tenant, claim), ConsistentRead=True
        ).get("Item")
        if found is None or "answer_status" not in found:
            if found and found["fingerprint"]["S"] != claim.fingerprint:
                raise _reused()
            raise RequestInFlight("the first request with this key has no answer yet")
        if found["fingerprint"]["S"] != claim.fingerprint:
            raise _reused()
        return _answer(claim, found)

    def release(self, tenant: TenantId, claim: Claim) -> None:
        try:
            self._client.delete_item(
                TableName=self._table,
                Key=answer_key(tenant, claim),
                ConditionExpression="#token = :token"
                " AND attribute_not_exists(answer_status)",
                ExpressionAttributeNames={"#token": "token"},
                ExpressionAttributeValues={":token": {"S": claim.token}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return  # answered, or taken over: not this try's to give back


def answer_write(table: str, tenant: TenantId, answer: RememberedAnswer) -> Write:
    """The answer of the try that still holds the claim."""
    body = pack(answer.body)
    refuse_too_large(body)
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": answer_key(tenant, answer.claim),
                "UpdateExpression": "SET answer_status = :status,"
                " answer_headers = :headers, answer_body = :body",
                "ConditionExpression": "#token = :token",
                "ExpressionAttributeNames": {"#token": "token"},
                "ExpressionAttributeValues": {
                    ":status": {"N": str(answer.status)},
                    ":headers": {"S": json.dumps(answer.headers)},
                    ":body": {"B": body},
                    ":token": {"S": answer.claim.token},
                },
            }
        },
        lambda _: RequestInFlight("another try has taken this key over"),
    )


def _answer(claim: Claim, found: Item) -> RememberedAnswer:
    headers: list[list[str]] = json.loads(found["answer_headers"]["S"])
    return RememberedAnswer(
        claim=claim,
        status=int(found["answer_status"]["N"]),
        headers=tuple((name, value) for name, value in headers),
        body=unpack(found["answer_body"]["B"]),
    )


def _reused() -> IdempotencyKeyReused:
    return IdempotencyKeyReused("this key came with another request before")
