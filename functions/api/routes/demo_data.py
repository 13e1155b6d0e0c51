"""The leagues that come with FlexTime."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import shown
from api.documentation import answers
from api.identity import ViewerContext
from api.parameters import LeaguePath
from api.schemas import DemoData, DemoLeague, DemoLeagueList
from flextime import shipped_leagues

router = APIRouter(prefix="/v1/demo-data", tags=["demo data"])


@router.get("", responses=answers(HTTPStatus.OK, "DemoLeagueList"))
async def list_demo_data(context: ViewerContext) -> Response:
    """Leagues to begin with."""
    del context
    shipped = [shipped_leagues.read(name) for name in shipped_leagues.league_ids()]
    items = tuple(
        DemoLeague(
            id=league.id,
            name=league.name,
            sport=league.sport,
            season=league.season,
            teams=len(league.teams),
        )
        for league in shipped
    )
    return shown(DemoLeagueList(items=items))


@router.get("/{league}", responses=answers(HTTPStatus.OK, "DemoData", 404, 422))
async def read_demo_data(league: LeaguePath, context: ViewerContext) -> Response:
    """A league document to import, and what its conference published of it."""
    del context
    known = league in shipped_leagues.published_ids()
    return shown(
        DemoData(
            league=shipped_leagues.read(league),
            published_schedule=shipped_leagues.read_published(league)
            if known
            else None,
        )
    )
