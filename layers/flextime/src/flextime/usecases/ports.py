"""What use cases need from outside, as small protocols beside their users."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from flextime.domain.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.events import Envelope
from flextime.domain.geography import Location
from flextime.domain.ids import AttemptId, EventId, RunId, ScheduleId, TenantId
from flextime.domain.league import League, Team, Venue
from flextime.domain.runs import Run
from flextime.domain.schedule import Schedule
from flextime.domain.season_schedule import SeasonSchedule
from flextime.usecases.briefs import Brief


@dataclass(frozen=True, slots=True)
class Conference:
    """The tenant's own record."""

    id: TenantId
    name: str
    office: Location | None = None


Aggregate = Conference | Team | Venue | League | SeasonSchedule | Run
"""What is stored: each is loaded and saved whole, and has an `id`."""

Listed = Aggregate | Brief
"""What a list has: things themselves, or of large ones their briefs."""


@dataclass(frozen=True, slots=True)
class Stored[T: Listed]:
    """A thing and the version of it that was read; versions begin at 1."""

    value: T
    version: int


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Which of many: in order of id, after those that `cursor` has seen.

    Attributes
    ----------
    newest_first
        The order turned round; generated ids grow with time.
    """

    limit: int = 50
    cursor: str | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Page[T: Listed]:
    """Some of many, and where to go on; `cursor` is None on the last page."""

    items: tuple[Stored[T], ...]
    cursor: str | None


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
class Use:
    """Count one more user (or, with -1, one less) of a thing that others refer to.

    What is in use cannot be deleted, whoever comes first.
    """

    kind: type[Aggregate]
    identifier: str
    count: Literal[1, -1] = 1


@dataclass(frozen=True, slots=True)
class Claim:
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
        When; a claim without an answer can be taken over after `CLAIM_LASTS_S`.
    """

    key: str
    fingerprint: str
    token: str
    at: datetime


CLAIM_LASTS_S = 60
"""Longer than a request can take (API Gateway gives up after 30 s)."""

ANSWER_LASTS_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class RememberedAnswer:
    """What was answered to a request with an Idempotency-Key."""

    claim: Claim
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Transaction:
    """Changes and their events: all of them happen, or none.

    Attributes
    ----------
    answer
        The answer to remember for an Idempotency-Key, written with the rest.
    """

    tenant: TenantId
    changes: tuple[Save | Delete | Use, ...]
    events: tuple[Envelope, ...] = ()
    answer: RememberedAnswer | None = None


class Store(Protocol):
    """State, its events, and the answers that were given to requests."""

    def load[T: Aggregate](
        self, tenant: TenantId, kind: type[T], identifier: str
    ) -> Stored[T]:
        """Raise `NotFound` when this conference has none of that id."""
        ...

    def page[T: Listed](
        self, tenant: TenantId, kind: type[T], wanted: PageWanted
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

    def claim(self, tenant: TenantId, claim: Claim) -> RememberedAnswer | None:
        """Reserve a key, or give the answer that it got before.

        Raises
        ------
        IdempotencyKeyReused
            The key came with another fingerprint.
        RequestInFlight
            Its request is being worked on.
        """
        ...

    def release(self, tenant: TenantId, claim: Claim) -> None:
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


class RunFiles(Protocol):
    """The files of a run, as the workflow and the API see them."""

    def save_instance(
        self, instance: Instance, parameters: Sequence[AttemptParameters]
    ) -> None: ...

    def instance(self) -> Instance: ...

    def progress(self) -> tuple[Progress, ...]:
        """The newest of each attempt that has begun."""
        ...

    def results(self) -> tuple[AttemptResult | tuple[AttemptId, Schedule], ...]:
        """Of each attempt its result; of a try that was interrupted, what it had."""
        ...

    def request_stop(self) -> None: ...


class RunRoom(Protocol):
    """Where the files of runs are."""

    def files(self, tenant: TenantId, run: RunId) -> RunFiles: ...


class AttemptFiles(Protocol):
    """The files of one attempt, as the solver task sees them."""

    def load(self) -> tuple[Instance, AttemptParameters]: ...

    def stop_requested(self) -> bool: ...

    def save_progress(self, progress: Progress) -> None: ...

    def save_incumbent(self, schedule: Schedule) -> None: ...

    def save_result(self, result: AttemptResult) -> None: ...


class AttemptPeers(Protocol):
    """What attempts of a run have left for each other, as one of them sees it.

    Others may be at work, dead, or not begun: what cannot be read is left out.
    """

    def earlier(self) -> tuple[Schedule, ...]:
        """What interrupted tries of this very attempt had found."""
        ...

    def news(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        """What others have found, where it is new since it was asked for last."""
        ...

    def bound(self) -> float | None:
        """The highest bound, in points, that any other says it has proven."""
        ...


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
class Announcement:
    """An event as the outbox keeps it; `text` is its envelope, published unchanged."""

    event_id: EventId
    event_type: str
    source: str
    occurred_at: datetime
    text: str


class EventBus(Protocol):
    """Where events go to be heard."""

    def publish(self, announcements: Sequence[Announcement]) -> Mapping[EventId, str]:
        """Publish all; of those that the bus did not take, why not."""
        ...


class Clock(Protocol):
    """The time, in UTC."""

    def now(self) -> datetime: ...
