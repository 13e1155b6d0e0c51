"""One request of one user: who asks, when, and how a repeat of it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flextime.domain.events import Envelope, EventData, Metadata
from flextime.domain.ids import EventId, TenantId, UserId
from flextime.usecases.aggregates import Aggregate, Versioned
from flextime.usecases.transaction import StoredResponse

type BuildResponse[T: Aggregate] = Callable[[Versioned[T]], StoredResponse | None]
"""From what a request made, the answer to keep for a repeat of the request."""


def no_response(made: Versioned[Aggregate]) -> None:
    """For requests that came without an Idempotency-Key."""
    del made


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContext:
    """Who asks, on behalf of which conference, and when.

    Attributes
    ----------
    new_id
        Makes identifiers that nobody else makes.
    """

    tenant: TenantId
    user: UserId
    email: str | None
    correlation_id: str
    at: datetime
    new_id: Callable[[], str]

    def event(self, identifier: str, version: int, data: EventData) -> Envelope:
        """What happened to a thing on this call; `version` is that after it."""
        return Envelope(
            event_id=EventId(self.new_id()),
            event_type=data.event_type,
            timestamp=self.at,
            aggregate_id=identifier,
            aggregate_version=version,
            data=data,
            metadata=Metadata(self.tenant, self.user, self.correlation_id),
        )
