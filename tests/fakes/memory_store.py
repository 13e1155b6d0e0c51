"""The store in memory: what DynamoDB promises, in a dictionary."""

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
    document: bytes
    version: int
    brief: bytes
    used_by: int = 0


@dataclass(frozen=True)
class Held:
    reservation: Reservation
    answer: StoredResponse | None = None


type Key = tuple[TenantId, str, str]


@dataclass
class MemoryStore:
    """Values go through their documents, so what cannot be written is noticed."""

    items: dict[Key, Item] = field(default_factory=dict)
    outbox: list[Envelope] = field(default_factory=list)
    held: dict[tuple[TenantId, str], Held] = field(default_factory=dict)
    _one_at_a_time: Lock = field(default_factory=Lock)

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
        document = item.brief if attribute_of(kind) == "brief" else item.document
        return Versioned(read_record(kind, document), item.version)

    def commit(self, transaction: Transaction) -> None:
        with self._one_at_a_time:
            items = dict(self.items)
            for change in transaction.changes:
                _apply(items, transaction.tenant, change)
            held = dict(self.held)
            if transaction.response is not None:
                _answer(held, transaction.tenant, transaction.response)
            self.items = items
            self.held = held
            self.outbox.extend(transaction.events)

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        with self._one_at_a_time:
            held = self.held.get((tenant, reservation.key))
            if held is None or _is_over(held, reservation):
                self.held[tenant, reservation.key] = Held(reservation)
                return None
            if held.reservation.fingerprint != reservation.fingerprint:
                raise IdempotencyKeyReused("this key came with another request before")
            if held.answer is None:
                raise RequestInFlight("the first request has no answer yet")
            return replace(held.answer, reservation=reservation)

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        with self._one_at_a_time:
            held = self.held.get((tenant, reservation.key))
            if (
                held
                and held.answer is None
                and held.reservation.token == reservation.token
            ):
                del self.held[tenant, reservation.key]


def _is_over(held: Held, reservation: Reservation) -> bool:
    lasts_s = RESERVATION_LIFETIME_S if held.answer is None else RESPONSE_LIFETIME_S
    return held.reservation.at + timedelta(seconds=lasts_s) <= reservation.at


def _apply(
    items: dict[Key, Item],
    tenant: TenantId,
    change: Save | Delete | AdjustReferenceCount,
) -> None:
    if isinstance(change, AdjustReferenceCount):
        _count(items, tenant, change)
        return
    value, expected = change.value, change.expected_version
    key = (tenant, ENTITIES[type(value)], value.id)
    known = items.get(key)
    if isinstance(change, Save) and expected == 0:
        if known is not None:
            raise AlreadyExists(f"{key[1].lower()} {value.id!r} is there already")
        items[key] = Item(document_of(value), 1, _brief(value))
        return
    if known is None or known.version != expected:
        raise StaleVersion(f"{value.id!r} no longer has version {expected}")
    if isinstance(change, Save):
        items[key] = replace(
            known,
            document=document_of(value),
            version=expected + 1,
            brief=_brief(value),
        )
    elif known.used_by:
        raise Conflict(f"{key[1].lower()} {value.id!r} is in use")
    else:
        del items[key]


def _brief(value: Aggregate) -> bytes:
    brief = list_item_of(value)
    return b"" if brief is None else write_record(brief)


def _count(items: dict[Key, Item], tenant: TenantId, use: AdjustReferenceCount) -> None:
    key = (tenant, ENTITIES[use.kind], use.identifier)
    known = items.get(key)
    if known is None:
        raise NotFound(f"there is no {key[1].lower()} {use.identifier!r}")
    items[key] = replace(known, used_by=known.used_by + use.delta)


def _answer(
    held: dict[tuple[TenantId, str], Held], tenant: TenantId, answer: StoredResponse
) -> None:
    ensure_fits_item(pack(answer.body))
    mine = held.get((tenant, answer.reservation.key))
    if mine is None or mine.reservation.token != answer.reservation.token:
        raise RequestInFlight("another try has taken this key over")
    held[tenant, answer.reservation.key] = Held(mine.reservation, answer)
