"""The context of one request: who asks, when, and how to answer its repetition."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flextime.domain.events import Envelope, EventData, Metadata
from flextime.domain.ids import EventId, TenantId, UserId
from flextime.usecases.aggregates import Aggregate, Versioned
from flextime.usecases.transaction import StoredResponse

type BuildResponse[T: Aggregate] = Callable[[Versioned[T]], StoredResponse | None]
"""Builds the response to store with a change; None for a request without a key."""


def no_response(created: Versioned[Aggregate]) -> None:
    """Store no response: the request came without an Idempotency-Key."""
    del created


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContext:
    """Who asks, on behalf of which conference, and when.

    Attributes
    ----------
    correlation_id
        Id of the request, carried by the events that it causes.
    new_id
        Returns a new unique identifier each time.
    """

    tenant: TenantId
    user: UserId
    email: str | None
    correlation_id: str
    at: datetime
    new_id: Callable[[], str]

    def event(self, identifier: str, version: int, data: EventData) -> Envelope:
        """Wrap an event about the aggregate `identifier`.

        Parameters
        ----------
        version
            Version of the aggregate after the change.
        """
        return Envelope(
            event_id=EventId(self.new_id()),
            event_type=data.event_type,
            timestamp=self.at,
            aggregate_id=identifier,
            aggregate_version=version,
            data=data,
            metadata=Metadata(self.tenant, self.user, self.correlation_id),
        )
