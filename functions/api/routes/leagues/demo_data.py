"""The leagues that are shipped with FlexTime."""

from fastapi import Depends, Response

from api.documented_responses import problems
from api.identity import Role, request_context
from api.json_route import json_router
from api.parameters import LeaguePath
from api.responses import ok
from api.schemas.leagues import DemoData, DemoLeague, DemoLeagueList
from flextime import shipped_leagues

router = json_router("/v1/demo-data", "demo data")
VIEWERS = [Depends(request_context(Role.VIEWER))]


@router.get("", response_model=DemoLeagueList, dependencies=VIEWERS)
async def list_demo_data() -> Response:
    """List the shipped leagues."""
    leagues = map(shipped_leagues.read, shipped_leagues.league_ids())
    return ok(DemoLeagueList(items=tuple(map(DemoLeague.of, leagues))))


@router.get(
    "/{league}",
    response_model=DemoData,
    responses=problems(404, 422),
    dependencies=VIEWERS,
)
async def read_demo_data(league: LeaguePath) -> Response:
    """Return a league document to import and the conference's published schedule."""
    known = league in shipped_leagues.published_ids()
    return ok(
        DemoData(
            league=shipped_leagues.read(league),
            published_schedule=shipped_leagues.read_published(league)
            if known
            else None,
        )
    )
