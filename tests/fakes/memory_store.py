"""The store in memory: what DynamoDB promises, in a dictionary."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from threading import Lock

from flextime.adapters.dynamodb.cursors import read_cursor, write_cursor
from flextime.adapters.dynamodb.items import (
    ENTITIES,
    attribute_of,
    brief_of,
    document_of,
    refuse_too_large,
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
from flextime.usecases.stored import Aggregate, Listed, Page, PageWanted, Stored
from flextime.usecases.transaction import (
    ANSWER_LASTS_S,
    CLAIM_LASTS_S,
    Claim,
    Delete,
    RememberedAnswer,
    Save,
    Transaction,
    Use,
)


@dataclass(frozen=True)
class Item:
    document: bytes
    version: int
    brief: bytes
    used_by: int = 0


@dataclass(frozen=True)
class Held:
    claim: Claim
    answer: RememberedAnswer | None = None


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
    ) -> Stored[T]:
        item = self.items.get((tenant, ENTITIES[kind], identifier))
        if item is None:
            raise NotFound(f"there is no {ENTITIES[kind].lower()} {identifier!r}")
        return Stored(read_record(kind, item.document), item.version)

    def page[T: Listed](
        self, tenant: TenantId, kind: type[T], wanted: PageWanted
    ) -> Page[T]:
        entity = ENTITIES[kind]
        names = sorted(
            (name for owner, of, name in self.items if (owner, of) == (tenant, entity)),
            reverse=wanted.newest_first,
        )
        if wanted.cursor is not None:
            last = read_cursor(entity, wanted.cursor)
            seen = last.__ge__ if not wanted.newest_first else last.__le__
            names = [name for name in names if not seen(name)]
        shown = names[: wanted.limit]
        more = len(names) > wanted.limit
        return Page(
            tuple(self._listed(tenant, kind, name) for name in shown),
            write_cursor(entity, shown[-1]) if more else None,
        )

    def _listed[T: Listed](
        self, tenant: TenantId, kind: type[T], name: str
    ) -> Stored[T]:
        item = self.items[tenant, ENTITIES[kind], name]
        document = item.brief if attribute_of(kind) == "brief" else item.document
        return Stored(read_record(kind, document), item.version)

    def commit(self, transaction: Transaction) -> None:
        with self._one_at_a_time:
            items = dict(self.items)
            for change in transaction.changes:
                _apply(items, transaction.tenant, change)
            held = dict(self.held)
            if transaction.answer is not None:
                _answer(held, transaction.tenant, transaction.answer)
            self.items = items
            self.held = held
            self.outbox.extend(transaction.events)

    def claim(self, tenant: TenantId, claim: Claim) -> RememberedAnswer | None:
        with self._one_at_a_time:
            held = self.held.get((tenant, claim.key))
            if held is None or _is_over(held, claim):
                self.held[tenant, claim.key] = Held(claim)
                return None
            if held.claim.fingerprint != claim.fingerprint:
                raise IdempotencyKeyReused("this key came with another request before")
            if held.answer is None:
                raise RequestInFlight("the first request has no answer yet")
            return replace(held.answer, claim=claim)

    def release(self, tenant: TenantId, claim: Claim) -> None:
        with self._one_at_a_time:
            held = self.held.get((tenant, claim.key))
            if held and held.answer is None and held.claim.token == claim.token:
                del self.held[tenant, claim.key]


def _is_over(held: Held, claim: Claim) -> bool:
    lasts_s = CLAIM_LASTS_S if held.answer is None else ANSWER_LASTS_S
    return held.claim.at + timedelta(seconds=lasts_s) <= claim.at


def _apply(
    items: dict[Key, Item], tenant: TenantId, change: Save | Delete | Use
) -> None:
    if isinstance(change, Use):
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
    brief = brief_of(value)
    return b"" if brief is None else write_record(brief)


def _count(items: dict[Key, Item], tenant: TenantId, use: Use) -> None:
    key = (tenant, ENTITIES[use.kind], use.identifier)
    known = items.get(key)
    if known is None:
        raise NotFound(f"there is no {key[1].lower()} {use.identifier!r}")
    items[key] = replace(known, used_by=known.used_by + use.count)


def _answer(
    held: dict[tuple[TenantId, str], Held], tenant: TenantId, answer: RememberedAnswer
) -> None:
    refuse_too_large(pack(answer.body))
    mine = held.get((tenant, answer.claim.key))
    if mine is None or mine.claim.token != answer.claim.token:
        raise RequestInFlight("another try has taken this key over")
    held[tenant, answer.claim.key] = Held(mine.claim, answer)
