"""Keys and item shapes of the one table (docs/adr/0003)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flextime.domain.errors import TooLarge
from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.records import read_record, write_record
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

ENTITIES: dict[type, str] = {
    Conference: "CONFERENCE",
    Team: "TEAM",
    Venue: "VENUE",
    League: "LEAGUE",
    SeasonSchedule: "SCHEDULE",
    Run: "RUN",
    # A brief is an attribute of the item of what it is of.
    LeagueListItem: "LEAGUE",
    ScheduleListItem: "SCHEDULE",
}

MAX_DOCUMENT_BYTES = 390_000
"""DynamoDB takes items of 409,600 bytes; keys and the rest stay far below 19,000."""

_OUTBOX_LASTS_S = 7 * 24 * 3600
"""The stream forgets after a day; a week leaves time to publish again by hand."""


def key(tenant: TenantId, kind: type, identifier: str) -> Item:
    return {
        "pk": {"S": partition(tenant)},
        "sk": {"S": f"{ENTITIES[kind]}#{identifier}"},
    }


def partition(tenant: TenantId) -> str:
    return f"T#{tenant}"


def identifier_in(item: Item) -> str:
    return item["sk"]["S"].partition("#")[2]


def idempotency_key_of(tenant: TenantId, reservation: Reservation) -> Item:
    return {"pk": {"S": f"T#{tenant}#ANSWERS"}, "sk": {"S": reservation.key}}


def document_of(value: Aggregate) -> bytes:
    """Raise `TooLarge` for what does not fit into an item."""
    document = write_record(value)
    ensure_fits_item(document)
    return document


def list_item_of(value: Aggregate) -> ListItem | None:
    """What lists show of it, where that is less than all."""
    make = LIST_ITEM_BUILDERS.get(type(value))
    return None if make is None else make(value)


def ensure_fits_item(document: bytes) -> None:
    if len(document) > MAX_DOCUMENT_BYTES:
        raise TooLarge(
            f"{len(document):,} bytes are more than the {MAX_DOCUMENT_BYTES:,}"
            " that the store keeps in one piece"
        )


def attribute_of(kind: type) -> str:
    """Where an item has a thing of this kind."""
    return "brief" if kind in AGGREGATE_OF else "document"


def stored[T: Listable](kind: type[T], item: Item) -> Versioned[T]:
    value = read_record(kind, item[attribute_of(kind)]["B"])
    return Versioned(value, int(item["version"]["N"]))


def outbox_item(event: Envelope) -> Item:
    expires_at = int(event.timestamp.timestamp()) + _OUTBOX_LASTS_S
    return {
        "pk": {"S": f"{partition(event.metadata.tenant)}#OUTBOX"},
        "sk": {"S": event.event_id},
        "entity": {"S": "OUTBOX"},
        "event": {"S": write_envelope(event)},
        "expires_at": {"N": str(expires_at)},
    }
