"""What use cases need from outside, as protocols that adapters implement."""

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
    """Aggregates, the outbox of their events, and responses to repeated requests."""

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Versioned[T]:
        """Read an aggregate; raise `NotFound` if the tenant has none of that id."""
        ...

    def page[T: Listable](
        self, tenant: TenantId, kind: type[T], page_request: PageRequest
    ) -> Page[T]:
        """Read one page of aggregates, or of list items, of one kind.

        Raises
        ------
        InvalidInput
            The cursor was not returned by an earlier page of this list.
        """
        ...

    def commit(self, transaction: Transaction) -> None:
        """Write everything or nothing.

        Raises
        ------
        StaleVersion
            An aggregate has another version than expected, or is deleted.
        AlreadyExists
            An aggregate to create exists already.
        Conflict
            An aggregate to delete is referred to by others.
        NotFound
            The target of an `AdjustReferenceCount` does not exist.
        RequestInFlight
            Another execution has taken over the reservation of the response.
        TooLarge
            A value exceeds the size limit of the store.
        Unavailable
            The store cannot be reached, or kept cancelling the transaction.
        """
        ...

    def reserve(
        self, tenant: TenantId, reservation: Reservation
    ) -> StoredResponse | None:
        """Reserve an Idempotency-Key; return the stored response if it has one.

        Raises
        ------
        IdempotencyKeyReused
            The key was used with another fingerprint.
        RequestInFlight
            The request with this key is still being executed.
        """
        ...

    def release(self, tenant: TenantId, reservation: Reservation) -> None:
        """Give up a reservation after a failure, unless another execution has it."""
        ...


class Revisions(Protocol):
    """Immutable revisions of the games of schedules."""

    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        """Write a revision; raise `AlreadyExists` if it exists with other games."""
        ...

    def load(self, tenant: TenantId, schedule: ScheduleId, number: int) -> Schedule:
        """Read a revision; raise `NotFound` if there is none of that number."""
        ...


class Workflow(Protocol):
    """The engine that carries out runs."""

    def start(self, tenant: TenantId, run: RunId) -> None:
        """Start a run; starting the same run again has no effect.

        Raises
        ------
        Unavailable
            The engine cannot be reached; start the run again later.
        """
        ...


class Mailer(Protocol):
    """Sends e-mail."""

    def send(self, recipient: str, subject: str, text: str) -> None:
        """Send a message in plain text; raise `Unavailable` if that fails for now."""
        ...


@dataclass(frozen=True, slots=True)
class OutboxEvent:
    """An event as read from the outbox.

    Attributes
    ----------
    text
        The whole envelope as JSON, published unchanged.
    """

    event_id: EventId
    event_type: str
    source: str
    occurred_at: datetime
    tenant: TenantId
    aggregate_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why the event bus did not accept an event.

    Attributes
    ----------
    is_permanent
        Whether the bus would reject the same event again: it is too large or malformed.
    """

    reason: str
    is_permanent: bool = False


class EventBus(Protocol):
    """Delivers events to subscribers."""

    def publish(self, events: Sequence[OutboxEvent]) -> Mapping[EventId, Rejection]:
        """Publish events; return a rejection for each one that was not accepted."""
        ...


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event that cannot be published as it is.

    Attributes
    ----------
    text
        The envelope as the outbox has it, perhaps not JSON.
    """

    reason: str
    text: str


class DeadLetterQueue(Protocol):
    """Keeps events that cannot be published, for people to repair or discard."""

    def send(self, letter: DeadLetter) -> None:
        """Add a letter; raise `Unavailable` if the queue cannot be reached."""
        ...


class Clock(Protocol):
    """The current time."""

    def now(self) -> datetime:
        """Return the current time in UTC."""
        ...
