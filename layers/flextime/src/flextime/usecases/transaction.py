"""What is written together: changes, their events, and the answer to the request."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from flextime.domain.events import Envelope
from flextime.domain.ids import TenantId
from flextime.usecases.aggregates import Aggregate


@dataclass(frozen=True, slots=True)
class Save:
    """Write `value` if what is stored still has `expected_version`.

    Attributes
    ----------
    expected_version
        0: there is nothing yet.
    """

    value: Aggregate
    expected_version: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove `value` if what is stored still has `expected_version`."""

    value: Aggregate
    expected_version: int


@dataclass(frozen=True, slots=True)
class AdjustReferenceCount:
    """Count one more user (or, with -1, one less) of a thing that others refer to.

    What is in use cannot be deleted, whoever comes first.
    """

    kind: type[Aggregate]
    identifier: str
    delta: Literal[1, -1] = 1


@dataclass(frozen=True, slots=True)
class Reservation:
    """A request that wants to be answered once, under its Idempotency-Key.

    Attributes
    ----------
    key
        The user's key, unique for the tenant.
    fingerprint
        Digest of method, path and body: another body is another request.
    token
        Of this very try. A try whose claim somebody took over cannot commit any more.
    at
        When the request came.
    """

    key: str
    fingerprint: str
    token: str
    at: datetime


RESERVATION_LIFETIME_S = 60
"""Longer than a request can take (API Gateway gives up after 30 s)."""

RESPONSE_LIFETIME_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """What was answered to a request with an Idempotency-Key."""

    reservation: Reservation
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Transaction:
    """Changes and their events: all of them happen, or none.

    Attributes
    ----------
    response
        The answer to store for an Idempotency-Key, written with the rest.
    """

    tenant: TenantId
    changes: tuple[Save | Delete | AdjustReferenceCount, ...]
    events: tuple[Envelope, ...] = ()
    response: StoredResponse | None = None
