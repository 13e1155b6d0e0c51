"""Mail the owner of a run how it ended, once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from flextime.domain.events import (
    Envelope,
    NotificationSent,
    OptimizationCompleted,
    OptimizationFailed,
)
from flextime.domain.ids import EventId
from flextime.usecases.notifications.email_message import message_for
from flextime.usecases.ports import Clock, Mailer, Store
from flextime.usecases.transaction import Reservation, StoredResponse, Transaction


class NotificationDependencies(Protocol):
    """What is needed to send a notification."""

    @property
    def store(self) -> Store:
        """Where it is recorded that a notification was sent."""
        ...

    @property
    def mailer(self) -> Mailer:
        """Sends the message."""
        ...

    @property
    def clock(self) -> Clock:
        """The current time."""
        ...

    @property
    def new_id(self) -> Callable[[], str]:
        """Returns a new unique identifier each time."""
        ...


def notify_owner(
    dependencies: NotificationDependencies, envelope: Envelope, dashboard_url: str
) -> bool:
    """Mail the owner of the ended run; return whether a message was sent.

    No message is sent for other events, for owners without an address, and for an
    event that was handled before: events are delivered at least once. A crash between
    sending and recording leads to a second message rather than to none.

    Raises
    ------
    RequestInFlight
        Another execution is handling the event; deliver it again later.
    Unavailable
        The message could not be sent; deliver the event again later.
    """
    data = envelope.data
    if not isinstance(data, OptimizationCompleted | OptimizationFailed):
        return False
    if data.owner_email is None:
        return False
    tenant = envelope.metadata.tenant
    reservation = Reservation(
        key=f"notification-{envelope.event_id}",
        fingerprint=envelope.event_id,
        token=dependencies.new_id(),
        at=dependencies.clock.now(),
    )
    if dependencies.store.reserve(tenant, reservation) is not None:
        return False
    message = message_for(data, dashboard_url)
    try:
        dependencies.mailer.send(data.owner_email, message.subject, message.text)
    except Exception:
        dependencies.store.release(tenant, reservation)
        raise
    sent = StoredResponse(reservation, status=200)
    event = _notification_sent(dependencies, envelope)
    dependencies.store.commit(Transaction(tenant, (), (event,), sent))
    return True


def _notification_sent(
    dependencies: NotificationDependencies, envelope: Envelope
) -> Envelope:
    data = NotificationSent(channel="email", about=envelope.event_type)
    return replace(
        envelope,
        event_id=EventId(dependencies.new_id()),
        event_type=data.event_type,
        timestamp=dependencies.clock.now(),
        data=data,
    )
