"""Whoever asked for a run hears by mail what came of it: once."""

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
    """Read from the wired application."""

    @property
    def store(self) -> Store: ...

    @property
    def mailer(self) -> Mailer: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def new_id(self) -> Callable[[], str]: ...


def notify_owner(
    dependencies: NotificationDependencies, envelope: Envelope, dashboard_url: str
) -> bool:
    """Mail the owner of an ended run; False when that is done, or nobody wants it.

    The same event may come more than once, even twice at a time. Should this break
    off between the mail and its note, another mail is the lesser evil.

    Raises
    ------
    RequestInFlight
        Somebody is at it: look again later.
    """
    data = envelope.data
    if not isinstance(data, OptimizationCompleted | OptimizationFailed):
        return False
    if data.owner_email is None:
        return False
    tenant = envelope.metadata.tenant
    reservation = Reservation(
        key=f"notice-of-{envelope.event_id}",
        fingerprint=envelope.event_id,
        token=dependencies.new_id(),
        at=dependencies.clock.now(),
    )
    if dependencies.store.reserve(tenant, reservation) is not None:
        return False
    notice = message_for(data, dashboard_url)
    try:
        dependencies.mailer.send(data.owner_email, notice.subject, notice.text)
    except Exception:
        dependencies.store.release(tenant, reservation)
        raise
    sent = StoredResponse(reservation, status=200)
    dependencies.store.commit(
        Transaction(tenant, (), (_told(dependencies, envelope),), sent)
    )
    return True


def _told(dependencies: NotificationDependencies, envelope: Envelope) -> Envelope:
    told = NotificationSent(channel="email", about=envelope.event_type)
    return replace(
        envelope,
        event_id=EventId(dependencies.new_id()),
        event_type=told.event_type,
        timestamp=dependencies.clock.now(),
        data=told,
    )
