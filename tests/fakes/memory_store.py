"""The store in memory, with the guarantees that DynamoDB gives."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from threading import Lock

from flextime.adapters.dynamodb.cursors import read_cursor, write_cursor
from flextime.adapters.dynamodb.items import (
    ENTITIES,
    attribute_of,
    document_of,
    ensure_fits_item,
    list_item_of,
)
from flextime.domain.errors import (
    AlreadyExists,
    Conflict,
    IdempotencyKeyReused,
    NotFound,
    RequestInFlight,
    StaleVersion,
)
from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.serialization.records import pack, read_record, write_record
from flextime.usecases.aggregates import Aggregate, Listable, Versioned
from flextime.usecases.paging import Page, PageRequest
from flextime.usecases.transaction import (
    RESERVATION_LIFETIME_S,
    RESPONSE_LIFETIME_S,
    AdjustReferenceCount,
    Delete,
    Reservation,
    Save,
    StoredResponse,
    Transaction,
)


@dataclass(frozen=True)
class Item:
    """A stored aggregate."""

    document: bytes
    version: int
    list_item: bytes
    used_by: int = 0


@dataclass(frozen=True)
class StoredReservation:
    """An Idempotency-Key with its response, if the request has completed."""

    reservation: Reservation
    response: StoredResponse | None = None


type Key = tuple[TenantId, str, str]


@dataclass
class MemoryStore:
    """A `Store` that serializes values, so that faults of serialization show."""

    items: dict[Key, Item] = field(default_factory=dict)
    outbox: list[Envelope] = field(default_factory=list)
    reservations: dict[tuple[TenantId, str], StoredReservation] = field(
        default_factory=dict
    )
    _lock: Lock = field(default_factory=Lock)

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Versioned[T]:
        item = self.items.get((tenant, ENTITIES[kind], identifier))
        if item is None:
            raise NotFound(f"there is no {ENTITIES[kind].lower()} {identifier!r}")
        return Versioned(read_record(kind, item.document), item.version)

    def page[T: Listable](
        self, tenant: TenantId, kind: type[T], page_request: PageRequest
    ) -> Page[T]:
        entity = ENTITIES[kind]
        names = sorted(
            (name for owner, of, name in self.items if (owner, of) == (tenant, entity)),
            reverse=page_request.newest_first,
        )
        if page_request.cursor is not None:
            last = read_cursor(entity, page_request.cursor)
            seen = last.__ge__ if not page_request.newest_first else last.__le__
            names = [name for name in names if not seen(name)]
        shown = names[: page_request.limit]
        more = len(names) > page_request.limit
        return Page(
            tuple(self._listed(tenant, kind, name) for name in shown),
            write_cursor(entity, shown[-1]) if more else None,
        )

    def _listed[T: Listable](
        self, tenant: TenantId, kind: type[T], name: str
    ) -> Versioned[T]:
        item = self.items[tenant, ENTITIES[kind], name]
        short = attribute_of(kind) == "list_item"
        document = item.list_item if short else item.document
        return Versioned(read_record(kind, document), item.version)

    def commit(self, transaction: Transaction) -> None:
        with self._lock:
            items = dict(self.items)
            for change in transaction.changes:
                _apply(items, transaction.tenant, change)
            reservations = dict(self.reservations)
            if transaction.response is not None:
                _store_response(reservations, transaction.tenant, transaction.response)
            self.items = items
            self.reservations = reservations
            self.outbox.extend(transaction.events)

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        with self._lock:
            stored = self.reservations.get((tenant, reservation.key))
            if stored is None or _is_expired(stored, reservation):
                self.reservations[tenant, reservation.key] = StoredReservation(
                    reservation
                )
                return None
            if stored.reservation.fingerprint != reservation.fingerprint:
                raise IdempotencyKeyReused("this key came with another request before")
            if stored.response is None:
                raise RequestInFlight("the first request has no response yet")
            return replace(stored.response, reservation=reservation)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        with self._lock:
            stored = self.reservations.get((tenant, reservation.key))
            if (
                stored
                and stored.response is None
                and stored.reservation.token == reservation.token
            ):
                del self.reservations[tenant, reservation.key]


def _is_expired(stored: StoredReservation, reservation: Reservation) -> bool:
    lifetime_s = (
        RESERVATION_LIFETIME_S if stored.response is None else RESPONSE_LIFETIME_S
    )
    return stored.reservation.at + timedelta(seconds=lifetime_s) <= reservation.at


def _apply(
    items: dict[Key, Item],
    tenant: TenantId,
    change: Save | Delete | AdjustReferenceCount,
) -> None:
    if isinstance(change, AdjustReferenceCount):
        _adjust_reference_count(items, tenant, change)
        return
    value, expected = change.value, change.expected_version
    key = (tenant, ENTITIES[type(value)], value.id)
    stored = items.get(key)
    if isinstance(change, Save) and expected == 0:
        if stored is not None:
            raise AlreadyExists(f"{key[1].lower()} {value.id!r} is there already")
        items[key] = Item(document_of(value), 1, _list_item(value))
        return
    if stored is None or stored.version != expected:
        raise StaleVersion(f"{value.id!r} no longer has version {expected}")
    if isinstance(change, Save):
        items[key] = replace(
            stored,
            document=document_of(value),
            version=expected + 1,
            list_item=_list_item(value),
        )
    elif stored.used_by:
        raise Conflict(f"{key[1].lower()} {value.id!r} is in use")
    else:
        del items[key]


def _list_item(value: Aggregate) -> bytes:
    list_item = list_item_of(value)
    return b"" if list_item is None else write_record(list_item)


def _adjust_reference_count(
    items: dict[Key, Item], tenant: TenantId, change: AdjustReferenceCount
) -> None:
    key = (tenant, ENTITIES[change.kind], change.identifier)
    stored = items.get(key)
    if stored is None:
        raise NotFound(f"there is no {key[1].lower()} {change.identifier!r}")
    items[key] = replace(stored, used_by=stored.used_by + change.delta)


def _store_response(
    reservations: dict[tuple[TenantId, str], StoredReservation],
    tenant: TenantId,
    response: StoredResponse,
) -> None:
    ensure_fits_item(pack(response.body))
    key = (tenant, response.reservation.key)
    stored = reservations.get(key)
    if stored is None or stored.reservation.token != response.reservation.token:
        raise RequestInFlight("another request has taken this key over")
    reservations[key] = StoredReservation(stored.reservation, response)
