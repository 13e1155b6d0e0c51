"""Parameters that many operations take."""

from typing import Annotated

from fastapi import Depends, Path, Query

from flextime.domain.ids import (
    ConstraintId,
    GameId,
    LeagueId,
    RunId,
    ScheduleId,
    TeamId,
    TenantId,
    VenueId,
)
from flextime.usecases.paging import PageRequest

MAX_ITEMS = 100

_SLUG = Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")

ConferencePath = Annotated[TenantId, _SLUG]
TeamPath = Annotated[TeamId, _SLUG]
VenuePath = Annotated[VenueId, _SLUG]
LeaguePath = Annotated[LeagueId, _SLUG]
SchedulePath = Annotated[ScheduleId, _SLUG]
GamePath = Annotated[GameId, _SLUG]
ConstraintPath = Annotated[ConstraintId, _SLUG]
RunPath = Annotated[RunId, _SLUG]
RevisionPath = Annotated[int, Path(ge=1, le=1_000_000)]


async def page_wanted(
    limit: Annotated[
        int, Query(ge=1, le=MAX_ITEMS, description="At most so many")
    ] = 50,
    cursor: Annotated[
        str | None,
        Query(max_length=400, description="`next` of the page before this one"),
    ] = None,
) -> PageRequest:
    return PageRequest(limit, cursor)


Paging = Annotated[PageRequest, Depends(page_wanted)]
