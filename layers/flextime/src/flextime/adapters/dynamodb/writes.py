"""Changes as writes of a DynamoDB transaction, each with the error if it fails."""

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

type ConditionError = Callable[[Item | None], FlexTimeError]
"""Returns the error for a failed condition, given the stored item if known."""


@dataclass(frozen=True, slots=True)
class Write:
    """One write of a transaction, and the error to raise if its condition fails."""

    request: "TransactWriteItemTypeDef"
    condition_error: ConditionError


def write_of(
    table: str, tenant: TenantId, change: Save | Delete | AdjustReferenceCount
) -> Write:
    """Return the write of a change; raise `TooLarge` if the value is too large."""
    match change:
        case Save(expected_version=0):
            return _insert(table, tenant, change)
        case Save():
            return _update(table, tenant, change)
        case Delete():
            return _delete(table, tenant, change)
        case AdjustReferenceCount():
            return _adjust_reference_count(table, tenant, change)


def event_write(table: str, event: Envelope) -> Write:
    """Return the write that puts an event into the outbox."""
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
                    **_attributes(value),
                },
                "ConditionExpression": "attribute_not_exists(pk)",
            }
        },
        lambda _: AlreadyExists(f"{name} is there already"),
    )


def _update(table: str, tenant: TenantId, save: Save) -> Write:
    value, expected = save.value, save.expected_version
    attributes = _attributes(value)
    assignments = ", ".join(f"{name} = :{name}" for name in attributes)
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": key(tenant, type(value), value.id),
                "UpdateExpression": f"SET {assignments}, version = :next",
                "ConditionExpression": "version = :expected",
                "ExpressionAttributeValues": {
                    **{f":{name}": content for name, content in attributes.items()},
                    ":next": {"N": str(expected + 1)},
                    ":expected": {"N": str(expected)},
                },
            }
        },
        lambda _: _stale(_name(value), expected),
    )


def _delete(table: str, tenant: TenantId, delete: Delete) -> Write:
    value, expected = delete.value, delete.expected_version

    def condition_error(found: Item | None) -> FlexTimeError:
        if found and found["version"] == {"N": str(expected)}:
            return Conflict(f"{_name(value)} is in use")
        return _stale(_name(value), expected)

    return Write(
        {
            "Delete": {
                "TableName": table,
                "Key": key(tenant, type(value), value.id),
                "ConditionExpression": "version = :expected"
                " AND (attribute_not_exists(used_by) OR used_by = :zero)",
                "ExpressionAttributeValues": {
                    ":expected": {"N": str(expected)},
                    ":zero": {"N": "0"},
                },
                "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            }
        },
        condition_error,
    )


def _adjust_reference_count(
    table: str, tenant: TenantId, change: AdjustReferenceCount
) -> Write:
    name = f"{ENTITIES[change.kind].lower()} {change.identifier!r}"
    return Write(
        {
            "Update": {
                "TableName": table,
                "Key": key(tenant, change.kind, change.identifier),
                "UpdateExpression": "ADD used_by :delta",
                "ConditionExpression": "attribute_exists(pk)",
                "ExpressionAttributeValues": {":delta": {"N": str(change.delta)}},
            }
        },
        lambda _: NotFound(f"there is no {name}"),
    )


def _attributes(value: Aggregate) -> Item:
    """The attributes with the serialized aggregate and its list item."""
    attributes: dict[str, AttributeValueTypeDef] = {
        "document": {"B": document_of(value)}
    }
    list_item = list_item_of(value)
    if list_item is not None:
        attributes["list_item"] = {"B": write_record(list_item)}
    return attributes


def _name(value: Aggregate) -> str:
    return f"{ENTITIES[type(value)].lower()} {value.id!r}"


def _stale(name: str, expected: int) -> StaleVersion:
    return StaleVersion(f"{name} no longer has version {expected}")
