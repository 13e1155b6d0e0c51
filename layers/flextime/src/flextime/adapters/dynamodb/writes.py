"""Each change as one write of a DynamoDB transaction, with what its refusal means."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flextime.adapters.dynamodb.items import (
    ENTITIES,
    Item,
    document_of,
    key,
    list_item_of,
    outbox_item,
)
from flextime.domain.errors import (
    AlreadyExists,
    Conflict,
    FlexTimeError,
    NotFound,
    StaleVersion,
)
from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.serialization.records import write_record
from flextime.usecases.aggregates import Aggregate
from flextime.usecases.transaction import AdjustReferenceCount, Delete, Save

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import (
        AttributeValueTypeDef,
        TransactWriteItemTypeDef,
    )

type Refusal = Callable[[Item | None], FlexTimeError]
"""From the item that stood in the way, if any, what to tell the caller."""


@dataclass(frozen=True, slots=True)
class Write:
    """One write, and the error that its failed condition stands for."""

    request: "TransactWriteItemTypeDef"
    refused: Refusal


def write_of(
    table: str, tenant: TenantId, change: Save | Delete | AdjustReferenceCount
) -> Write:
    match change:
        case Save(expected_version=0):
            return _insert(table, tenant, change)
        case Save():
            return _update(table, tenant, change)
        case Delete():
            return _delete(table, tenant, change)
        case AdjustReferenceCount():
            return _count(table, tenant, change)


def event_write(table: str, event: Envelope) -> Write:
    return Write(
        {
            "Put": {
                "TableName": table,
                "Item": outbox_item(event),
                "ConditionExpression": "attribute_not_exists(pk)",
            }
        },
        lambda _: AlreadyExists(f"event {event.event_id} is there already"),
    )


def _insert(table: str, tenant: TenantId, save: Save) -> Write:
    value = save.value
    name = _name(value)
    return Write(
        {
            "Put": {
                "TableName": table,
                "Item": {
                    **key(tenant, type(value), value.id),
                    "entity": {"S": ENTITIES[type(value)]},
                    "version": {"N": "1"},
                    **_documents(value),
                },
                "ConditionExpression": "attribute_not_exists(pk)",
            }
        },
        lambda _: AlreadyExists(f"{name} is there already"),
    )


def _update(table: str, tenant: TenantId, save: Save) -> Write:
    value, expected = save.value, save.expected_version
    documents = _documents(value)
    names = ", ".join(f"{name} = :{name}" for name in documents)
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": key(tenant, type(value), value.id),
                "UpdateExpression": f"SET {names}, version = :next",
                "ConditionExpression": "version = :expected",
                "ExpressionAttributeValues": {
                    **{f":{name}": document for name, document in documents.items()},
                    ":next": {"N": str(expected + 1)},
                    ":expected": {"N": str(expected)},
                },
            }
        },
        lambda _: _stale(_name(value), expected),
    )


def _delete(table: str, tenant: TenantId, delete: Delete) -> Write:
    value, expected = delete.value, delete.expected_version

    def refused(found: Item | None) -> FlexTimeError:
        if found and found["version"] == {"N": str(expected)}:
            return Conflict(f"{_name(value)} is in use")
        return _stale(_name(value), expected)

    return Write(
        {
            "Delete": {
                "TableName": table,
                "Key": key(tenant, type(value), value.id),
                "ConditionExpression": "version = :expected"
                " AND (attribute_not_exists(used_by) OR used_by = :nobody)",
                "ExpressionAttributeValues": {
                    ":expected": {"N": str(expected)},
                    ":nobody": {"N": "0"},
                },
                "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            }
        },
        refused,
    )


def _count(table: str, tenant: TenantId, use: AdjustReferenceCount) -> Write:
    name = f"{ENTITIES[use.kind].lower()} {use.identifier!r}"
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": key(tenant, use.kind, use.identifier),
                "UpdateExpression": "ADD used_by :count",
                "ConditionExpression": "attribute_exists(pk)",
                "ExpressionAttributeValues": {":count": {"N": str(use.delta)}},
            }
        },
        lambda _: NotFound(f"there is no {name}"),
    )


def _documents(value: Aggregate) -> Item:
    """The attributes that say what a thing is."""
    documents: dict[str, AttributeValueTypeDef] = {
        "document": {"B": document_of(value)}
    }
    brief = list_item_of(value)
    if brief is not None:
        documents["brief"] = {"B": write_record(brief)}
    return documents


def _name(value: Aggregate) -> str:
    return f"{ENTITIES[type(value)].lower()} {value.id!r}"


def _stale(name: str, expected: int) -> StaleVersion:
    return StaleVersion(f"{name} no longer has version {expected}")
