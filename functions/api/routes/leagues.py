"""Leagues: season setups, imported and exported as whole documents."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes
from api.idempotency import OnceOnly
from api.identity import AdminContext, ViewerContext
from api.parameters import LeaguePath, Paging
from api.schemas import LeaguePage, LeagueSummary
from api.wiring import App
from flextime.domain.leagues.league import League
from flextime.serialization.json_documents import read_league as league_in
from flextime.serialization.json_documents import write_league
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues import manage_leagues
from flextime.usecases.list_items import LeagueListItem

router = APIRouter(prefix="/v1/leagues", tags=["leagues"])


@router.get("", responses=answers(HTTPStatus.OK, "LeaguePage", 422))
async def list_leagues(
    app: App, context: ViewerContext, page_request: Paging
) -> Response:
    """Leagues in order of id, in short."""
    page = app.store.page(context.tenant, LeagueListItem, page_request)
    items = tuple(LeagueSummary.of(league) for league in page.items)
    return shown(LeaguePage(items=items, next=page.cursor))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "LeagueSummary"),
    openapi_extra=takes("League"),
)
async def import_league(
    app: App, context: AdminContext, once: OnceOnly, body: JsonBody
) -> Response:
    """Import a whole league document; refused when it cannot be scheduled at all."""
    league = league_in(body)

    def present(made: Versioned[League]) -> Response:
        summary = LeagueSummary.of(
            Versioned(LeagueListItem.of(made.value), made.version)
        )
        return created(summary, made.version, f"/v1/leagues/{league.id}")

    return once.post(
        present,
        lambda kept: manage_leagues.import_league(app.store, context, league, kept),
    )


@router.get("/{league}", responses=reads("League"))
async def read_league(league: LeaguePath, app: App, context: ViewerContext) -> Response:
    """The whole document."""
    known = app.store.load(context.tenant, League, league)
    return shown(known.value, known.version)


@router.get("/{league}/export", responses=reads("League"))
async def export_league(
    league: LeaguePath, app: App, context: ViewerContext
) -> Response:
    """The whole document as a file that can be imported again."""
    known = app.store.load(context.tenant, League, league)
    response = shown(known.value, known.version)
    response.body = write_league(known.value)
    response.headers["Content-Length"] = str(len(response.body))
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{league}.league.json"'
    )
    return response


@router.delete(
    "/{league}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428),
)
async def delete_league(
    league: LeaguePath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    """Delete a league that no schedule is made of."""
    manage_leagues.delete_league(app.store, context, league, version)
    return gone()
