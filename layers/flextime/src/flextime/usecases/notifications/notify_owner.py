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
from flextime.usecases.notifications.run_message import notice_of
from flextime.usecases.ports import Clock, Mailer, Store
from flextime.usecases.transaction import Claim, RememberedAnswer, Transaction


class NoticeParts(Protocol):
    """Read from the wired application."""

    @property
    def store(self) -> Store: ...

    @property
    def mailer(self) -> Mailer: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def new_id(self) -> Callable[[], str]: ...


def notify_owner(parts: NoticeParts, envelope: Envelope, dashboard_url: str) -> bool:
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
    claim = Claim(
        key=f"notice-of-{envelope.event_id}",
        fingerprint=envelope.event_id,
        token=parts.new_id(),
        at=parts.clock.now(),
    )
    if parts.store.claim(tenant, claim) is not None:
        return False
    notice = notice_of(data, dashboard_url)
    try:
        parts.mailer.send(data.owner_email, notice.subject, notice.text)
    except Exception:
        parts.store.release(tenant, claim)
        raise
    sent = RememberedAnswer(claim, status=200)
    parts.store.commit(Transaction(tenant, (), (_told(parts, envelope),), sent))
    return True


def _told(parts: NoticeParts, envelope: Envelope) -> Envelope:
    told = NotificationSent(channel="email", about=envelope.event_type)
    return replace(
        envelope,
        event_id=EventId(parts.new_id()),
        event_type=told.event_type,
        timestamp=parts.clock.now(),
        data=told,
    )
