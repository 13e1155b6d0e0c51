"""Small values to store, and functions that store them."""

from datetime import UTC, datetime, timedelta

from builders import a_league, a_schedule, a_venue
from flextime.domain.events import Envelope, Metadata, ScheduleDeleted
from flextime.domain.ids import EventId, ScheduleId, TenantId, UserId
from flextime.domain.leagues.league import Venue
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.aggregates import Aggregate
from flextime.usecases.ports import Store
from flextime.usecases.transaction import (
    AdjustReferenceCount,
    Delete,
    Reservation,
    Save,
    StoredResponse,
    Transaction,
)

TENANT = TenantId("big12")
OTHER = TenantId("acc")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)

HALL = a_venue("hall")
LEAGUE = a_league("A B")


def a_stored_schedule(identifier: str = "s-1") -> SeasonSchedule:
    return SeasonSchedule(
        id=ScheduleId(identifier),
        name="One season",
        league=LEAGUE.id,
        status=ScheduleStatus.DRAFT,
        created_by=UserId("ann"),
        created_at=NOON,
        updated_at=NOON,
        games=a_schedule("A-B | B-A").games,
        constraints=LEAGUE.constraints,
    )


def save(
    store: Store, value: Aggregate, expected: int = 0, tenant: TenantId = TENANT
) -> None:
    store.commit(Transaction(tenant, (Save(value, expected),)))


def commit(store: Store, *changes: Save | Delete | AdjustReferenceCount) -> None:
    store.commit(Transaction(TENANT, changes))


def halls(*names: str) -> tuple[Venue, ...]:
    return tuple(a_venue(name) for name in names)


def an_event(identifier: str = "e-1") -> Envelope:
    return Envelope(
        event_id=EventId(identifier),
        event_type="schedule.deleted",
        timestamp=NOON,
        aggregate_id="s-1",
        aggregate_version=2,
        data=ScheduleDeleted(),
        metadata=Metadata(TENANT, UserId("ann"), "c-1"),
    )


def a_reservation(
    token: str = "try-1",  # noqa: S107 - a name, no secret
    *,
    fingerprint: str = "body-1",
    seconds_later: float = 0,
) -> Reservation:
    return Reservation(
        key="ann#key-1",
        fingerprint=fingerprint,
        token=token,
        at=NOON + timedelta(seconds=seconds_later),
    )


def a_response(reservation: Reservation) -> StoredResponse:
    return StoredResponse(reservation, 201, (("etag", '"1"'),), b'{"id":"hall"}')
