"""Leagues: season setups, imported and exported as whole documents."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import CREATED, DELETED, VERSIONED, problems
from api.idempotency import IdempotencyKey
from api.identity import AdminContext, ViewerContext
from api.json_route import json_router
from api.parameters import LeaguePath, PageQuery
from api.preconditions import IfMatch
from api.request_body import JsonBody
from api.responses import created, no_content, ok
from api.schemas.leagues import LeaguePage, LeagueSummary
from flextime.domain.leagues.league import League
from flextime.serialization.json_documents import write_league
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues import manage_leagues
from flextime.usecases.list_items import LeagueListItem

router = json_router("/v1/leagues", "leagues")


@router.get("", response_model=LeaguePage, responses=problems(422))
async def list_leagues(app: App, context: ViewerContext, page: PageQuery) -> Response:
    """List summaries of leagues in order of id."""
    found = app.store.page(context.tenant, LeagueListItem, page)
    items = tuple(LeagueSummary.of(league) for league in found.items)
    return ok(LeaguePage(items=items, next=found.cursor))


@router.post("", status_code=201, response_model=LeagueSummary, responses=CREATED)
async def import_league(
    app: App, context: AdminContext, request: IdempotencyKey, league: JsonBody[League]
) -> Response:
    """Import a league document; one that no schedule can satisfy is rejected."""

    def respond(made: Versioned[League]) -> Response:
        summary = LeagueSummary.of(
            Versioned(LeagueListItem.of(made.value), made.version)
        )
        return created(summary, made.version, f"/v1/leagues/{made.value.id}")

    return request.execute(
        respond,
        lambda build_response: manage_leagues.import_league(
            app.store, context, league, build_response
        ),
    )


@router.get(
    "/{league}", response_model=League, responses=VERSIONED | problems(404, 422)
)
async def read_league(league: LeaguePath, app: App, context: ViewerContext) -> Response:
    """Return a league document."""
    stored = app.store.load(context.tenant, League, league)
    return ok(stored.value, stored.version)


@router.get(
    "/{league}/export",
    response_model=League,
    responses=VERSIONED | problems(404, 422),
)
async def export_league(
    league: LeaguePath, app: App, context: ViewerContext
) -> Response:
    """Return a league document as a file that can be imported again."""
    stored = app.store.load(context.tenant, League, league)
    response = ok(stored.value, stored.version)
    response.body = write_league(stored.value)
    response.headers["Content-Length"] = str(len(response.body))
    file_name = f"{league}.league.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


@router.delete("/{league}", status_code=204, responses=DELETED)
async def delete_league(
    league: LeaguePath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    """Delete a league that has no schedules."""
    manage_leagues.delete_league(app.store, context, league, version)
    return no_content()
