"""What a store writes atomically: changes, their events and a stored response."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.usecases.aggregates import Aggregate


@dataclass(frozen=True, slots=True)
class Save:
    """Write `value` if the stored aggregate still has `expected_version`.

    Attributes
    ----------
    expected_version
        0 for an aggregate that must not exist yet.
    """

    value: Aggregate
    expected_version: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete `value` if the stored aggregate still has `expected_version`."""

    value: Aggregate
    expected_version: int


@dataclass(frozen=True, slots=True)
class AdjustReferenceCount:
    """Add `delta` to the number of aggregates that refer to another one.

    An aggregate whose count is above 0 cannot be deleted. The version of the
    aggregate does not change.
    """

    kind: type[Aggregate]
    identifier: str
    delta: Literal[1, -1] = 1


@dataclass(frozen=True, slots=True)
class Reservation:
    """The right to execute the request that came with an Idempotency-Key.

    Attributes
    ----------
    key
        The user's key, unique for the tenant.
    fingerprint
        Digest of method, path and body; a different digest is another request.
    token
        Identifies this execution. It can no longer commit after another execution
        has taken over its expired reservation.
    at
        Time of the request; the reservation expires `RESERVATION_LIFETIME_S` later.
    """

    key: str
    fingerprint: str
    token: str
    at: datetime


RESERVATION_LIFETIME_S = 60
"""Longer than a request can take: API Gateway times out after 30 s."""

RESPONSE_LIFETIME_S = 24 * 3600
"""How long a repeated request gets the stored response."""


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """The response to a request that came with an Idempotency-Key."""

    reservation: Reservation
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Transaction:
    """Changes and their events, written all or not at all.

    Attributes
    ----------
    events
        Go to the outbox, from which they are published.
    response
        The response to store for an Idempotency-Key.
    """

    tenant: TenantId
    changes: tuple[Save | Delete | AdjustReferenceCount, ...]
    events: tuple[Envelope, ...] = ()
    response: StoredResponse | None = None
