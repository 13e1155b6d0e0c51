"""Events of notifications."""

from dataclasses import dataclass
from typing import ClassVar

from flextime.domain.events.envelope import EventData


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSent(EventData):
    """The owner of a run was notified; the address is left out as personal data.

    Attributes
    ----------
    channel
        How the notification was sent, such as ``email``.
    about
        Type of the event that the notification reports.
    """

    event_type: ClassVar[str] = "notification.sent"
    source: ClassVar[str] = "flextime.notifications"
    channel: str
    about: str
