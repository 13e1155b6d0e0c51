"""What use cases need from outside, as small protocols beside their users."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flextime.domain.ids import EventId, RunId, ScheduleId, TenantId
from flextime.domain.schedules.games import Schedule
from flextime.usecases.aggregates import Aggregate, Listable, Versioned
from flextime.usecases.paging import Page, PageRequest
from flextime.usecases.transaction import Reservation, StoredResponse, Transaction


class Store(Protocol):
    """State, its events, and the answers that were given to requests."""

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Versioned[T]:
        """Raise `NotFound` when this conference has none of that id."""
        ...

    def page[T: Listable](
        self, tenant: TenantId, kind: type[T], page_request: PageRequest
    ) -> Page[T]:
        """Some of a kind, or of the briefs of one.

        Raise `InvalidInput` for a cursor that is not ours.
        """
        ...

    def commit(self, transaction: Transaction) -> None:
        """Do all or nothing.

        Raises
        ------
        StaleVersion
            Something has another version than expected, or is gone.
        AlreadyExists
            Something new is there already.
        Conflict
            Something to delete is in use.
        NotFound
            Something to use is not there.
        RequestInFlight
            Another try has taken over the claim of `answer`.
        TooLarge
            A value does not fit into the store.
        """
        ...

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        """Reserve a key, or give the answer that it got before.

        Raises
        ------
        IdempotencyKeyReused
            The key came with another fingerprint.
        RequestInFlight
            Its request is being worked on.
        """
        ...

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        """Give a key back after a failure, if it is still this try's own."""
        ...


class Revisions(Protocol):
    """Immutable revisions of schedules."""

    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        """Raise `AlreadyExists` if that number holds other games: take the next."""
        ...

    def load(self, tenant: TenantId, schedule: ScheduleId, number: int) -> Schedule: ...


class Workflow(Protocol):
    """Whoever carries out runs."""

    def start(self, tenant: TenantId, run: RunId) -> None:
        """Begin; a second start of the same run changes nothing.

        Raises
        ------
        Unavailable
            It cannot be reached now; start the run again later.
        """
        ...


class Mailer(Protocol):
    """Whoever sends mail."""

    def send(self, recipient: str, subject: str, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class OutboxEvent:
    """An event as the outbox keeps it; `text` is its envelope, published unchanged."""

    event_id: EventId
    event_type: str
    source: str
    occurred_at: datetime
    text: str


class EventBus(Protocol):
    """Where events go to be heard."""

    def publish(self, outbox_events: Sequence[OutboxEvent]) -> Mapping[EventId, str]:
        """Publish all; of those that the bus did not take, why not."""
        ...


class Clock(Protocol):
    """The time, in UTC."""

    def now(self) -> datetime: ...
