"""With every text at its limit, events and list pages fit where they must."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest

from api.parameters import MAX_ITEMS
from api.schemas.leagues import LeaguePage, LeagueSummary, TeamPage, VenuePage
from api.schemas.runs import RunPage, RunSummary
from api.schemas.schedules import SchedulePage, ScheduleSummary
from flextime.domain.events import EVENTS, Envelope, EventData, Metadata
from flextime.domain.ids import (
    AttemptId,
    EventId,
    LeagueId,
    RunId,
    ScheduleId,
    TeamId,
    TenantId,
    UserId,
    VenueId,
)
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import Team, Venue
from flextime.domain.leagues.limits import MAX_CONSTRAINTS
from flextime.domain.runs.attempts import Bound
from flextime.domain.runs.run import (
    Run,
    RunParameters,
    RunResult,
    RunStatus,
    bounded_reasons,
    bounded_sentence,
)
from flextime.domain.schedules.season_schedule import ScheduleStatus
from flextime.serialization.events.envelope import write_envelope
from flextime.serialization.type_adapters import adapter_of
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import LeagueListItem, ScheduleListItem

MAX_PAGE_BYTES = 5_000_000
MAX_EVENT_BYTES = 256 * 1024
BALL = "\N{BASKETBALL AND HOOP}"
"""Four bytes in UTF-8, the most that a character takes in JSON."""
ID, NAME, LABEL, GAME = "x" * 100, BALL * 255, BALL * 100, BALL * 255
EMAIL = BALL * 2048
"""The longest value of an attribute in a Cognito user pool."""
LATE = datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
SENTENCES = bounded_reasons((BALL * 10_000,) * 100)

TEXTS = {
    "name": NAME,
    "schedule_name": NAME,
    "game": GAME,
    "error": bounded_sentence(BALL * 10_000),
    "owner_email": EMAIL,
}
"""Values of the fields of events that are not ids."""
LISTS = {
    "reasons": SENTENCES,
    "constraints": (ID,) * MAX_CONSTRAINTS,
    "changed": ("constraints",) * 10,
}


def largest(event: type[EventData]) -> EventData:
    """An event with every field at its limit."""
    values: dict[str, Any] = {}
    for field in fields(event):
        kind = str(field.type)
        if "tuple" in kind:
            values[field.name] = LISTS[field.name]
        elif "str" in kind:
            values[field.name] = TEXTS.get(field.name, ID)
        else:
            values[field.name] = 2**63
    return event(**values)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.event_type)
def test_the_largest_event_fits_the_bus(event: type[EventData]) -> None:
    text = write_envelope(
        Envelope(
            event_id=EventId("x" * 36),
            event_type=event.event_type,
            timestamp=LATE,
            aggregate_id=ID,
            aggregate_version=2**63,
            data=largest(event),
            metadata=Metadata(TenantId("x" * 63), UserId("x" * 128), "x" * 128),
        )
    )

    entry = text + event.source + event.event_type + "x" * 1_000  # time, bus, resources
    assert len(entry.encode()) < MAX_EVENT_BYTES


def a_run() -> Run:
    return Run(
        id=RunId(ID),
        schedule=ScheduleId(ID),
        parameters=RunParameters(),
        status=RunStatus.INFEASIBLE,
        owner=UserId("x" * 128),
        owner_email=EMAIL,
        created_at=LATE,
        finished_at=LATE,
        result=RunResult(
            attempt=AttemptId(ID),
            revision=2**63,
            bound=Bound(points=1e300, source=ID),
            reasons=SENTENCES,
        ),
        error=TEXTS["error"],
    )


def a_league() -> LeagueListItem:
    return LeagueListItem(
        id=LeagueId(ID),
        name=NAME,
        sport=LABEL,
        season=LABEL,
        teams=2**63,
        slots=2**63,
        constraints=2**63,
    )


def a_schedule() -> ScheduleListItem:
    return ScheduleListItem(
        id=ScheduleId(ID),
        name=NAME,
        league=LeagueId(ID),
        status=ScheduleStatus.PUBLISHED,
        games=2**63,
        revision=2**63,
        updated_at=LATE,
        latest_run=RunId(ID),
    )


def page(kind: Callable[..., object], item: object) -> object:
    return kind(items=(item,) * MAX_ITEMS, next="x" * 400)


PLACE = Location(-89.12345678901234, -179.1234567890123, LABEL)
PAGES = [
    page(TeamPage, Team(TeamId(ID), NAME, LABEL, VenueId(ID))),
    page(VenuePage, Venue(VenueId(ID), NAME, PLACE, 2**63, LABEL)),
    page(LeaguePage, LeagueSummary.of(Versioned(a_league(), 2**63))),
    page(SchedulePage, ScheduleSummary.of(Versioned(a_schedule(), 2**63))),
    page(RunPage, RunSummary.of(a_run())),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)
def test_the_largest_page_of_a_list_fits_a_response(page: object) -> None:
    assert len(adapter_of(type(page)).dump_json(page)) < MAX_PAGE_BYTES
