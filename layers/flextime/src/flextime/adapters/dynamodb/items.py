"""Keys and attributes of the items of the table (docs/adr/0003)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flextime.domain.errors import TooLarge
from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.records import pack, read_record, record_text
from flextime.usecases.aggregates import Aggregate, Conference, Listable, Versioned
from flextime.usecases.list_items import (
    AGGREGATE_OF,
    LIST_ITEM_BUILDERS,
    LeagueListItem,
    ListItem,
    ScheduleListItem,
)
from flextime.usecases.transaction import Reservation

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

type Item = Mapping[str, "AttributeValueTypeDef"]
"""An item as the low-level client of boto3 has it."""

ENTITIES: dict[type, str] = {
    Conference: "CONFERENCE",
    Team: "TEAM",
    Venue: "VENUE",
    League: "LEAGUE",
    SeasonSchedule: "SCHEDULE",
    Run: "RUN",
    # A list item is an attribute of the item of its aggregate.
    LeagueListItem: "LEAGUE",
    ScheduleListItem: "SCHEDULE",
}
"""The name of each kind in keys, which begin with it."""

MAX_DOCUMENT_BYTES = 390_000
"""DynamoDB limits items to 409,600 bytes; all other attributes stay below 19,000."""

MAX_TEXT_BYTES = 2_000_000
"""Largest document before compression: a response adds null fields to it, and Lambda
limits responses to 6 MB."""

_OUTBOX_LIFETIME_S = 7 * 24 * 3600
"""The stream keeps a record for a day; a week allows publishing again by hand."""


def key(tenant: TenantId, kind: type, identifier: str) -> Item:
    """Return the primary key of an aggregate."""
    return {
        "pk": {"S": partition(tenant)},
        "sk": {"S": f"{ENTITIES[kind]}#{identifier}"},
    }


def partition(tenant: TenantId) -> str:
    """Return the partition key of a tenant's aggregates."""
    return f"T#{tenant}"


def identifier_in(item: Item) -> str:
    """Return the id of the aggregate of an item."""
    return item["sk"]["S"].partition("#")[2]


def reservation_key(tenant: TenantId, reservation: Reservation) -> Item:
    """Return the primary key of an Idempotency-Key."""
    return {
        "pk": {"S": f"{partition(tenant)}#IDEMPOTENCY"},
        "sk": {"S": reservation.key},
    }


def document_of(value: Aggregate) -> bytes:
    """Serialize an aggregate; raise `TooLarge` if it does not fit into an item."""
    text = record_text(value)
    if len(text) > MAX_TEXT_BYTES:
        raise TooLarge(
            f"{len(text):,} bytes are more than the {MAX_TEXT_BYTES:,} that one"
            " document may have"
        )
    document = pack(text)
    ensure_fits_item(document)
    return document


def list_item_of(value: Aggregate) -> ListItem | None:
    """Return the short form of an aggregate; None if lists show it whole."""
    build = LIST_ITEM_BUILDERS.get(type(value))
    return None if build is None else build(value)


def ensure_fits_item(document: bytes) -> None:
    """Raise `TooLarge` for a document of more than `MAX_DOCUMENT_BYTES`."""
    if len(document) > MAX_DOCUMENT_BYTES:
        raise TooLarge(
            f"{len(document):,} bytes are more than the {MAX_DOCUMENT_BYTES:,}"
            " that the store keeps in one piece"
        )


def attribute_of(kind: type) -> str:
    """Return the name of the attribute that holds a value of this kind."""
    return "list_item" if kind in AGGREGATE_OF else "document"


def versioned[T: Listable](kind: type[T], item: Item) -> Versioned[T]:
    """Read a value of this kind from an item."""
    value = read_record(kind, item[attribute_of(kind)]["B"])
    return Versioned(value, int(item["version"]["N"]))


def outbox_item(event: Envelope) -> Item:
    """Return the item of an event in the outbox."""
    expires_at = int(event.timestamp.timestamp()) + _OUTBOX_LIFETIME_S
    return {
        "pk": {"S": f"{partition(event.metadata.tenant)}#OUTBOX"},
        "sk": {"S": event.event_id},
        "entity": {"S": "OUTBOX"},
        "event": {"S": write_envelope(event)},
        "expires_at": {"N": str(expires_at)},
    }
