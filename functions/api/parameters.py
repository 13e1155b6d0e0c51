"""Path and query parameters that many operations share."""

from typing import Annotated

from fastapi import Depends, Path, Query

from flextime.domain.ids import (
    ConstraintId,
    GameId,
    LeagueId,
    RunId,
    ScheduleId,
    TenantId,
)
from flextime.usecases.paging import PageRequest

MAX_ITEMS = 100
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"

_ID = Path(pattern=ID_PATTERN)

ConferencePath = Annotated[TenantId, _ID]
LeaguePath = Annotated[LeagueId, _ID]
SchedulePath = Annotated[ScheduleId, _ID]
GamePath = Annotated[GameId, _ID]
ConstraintPath = Annotated[ConstraintId, _ID]
RunPath = Annotated[RunId, _ID]
RevisionPath = Annotated[int, Path(ge=1, le=1_000_000)]


async def page_request(
    limit: Annotated[
        int, Query(ge=1, le=MAX_ITEMS, description="Maximum number of items")
    ] = 50,
    cursor: Annotated[
        str | None,
        Query(max_length=400, description="`next` of the previous page"),
    ] = None,
) -> PageRequest:
    """Return the requested page of a list."""
    return PageRequest(limit, cursor)


PageQuery = Annotated[PageRequest, Depends(page_request)]
