"""Venues of the conference's register."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import changed, read
from api.idempotency import OnceOnly
from api.identity import AdminContext, ViewerContext
from api.parameters import Paging, VenuePath
from api.schemas import VenuePage
from api.wiring import App
from flextime.domain.leagues.league import Venue
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues import manage_register

router = APIRouter(prefix="/v1/venues", tags=["venues"])


@router.get("", responses=answers(HTTPStatus.OK, "VenuePage", 422))
async def list_venues(
    app: App, context: ViewerContext, page_request: Paging
) -> Response:
    """Venues in order of id."""
    page = app.store.page(context.tenant, Venue, page_request)
    items = tuple(venue.value for venue in page.items)
    return shown(VenuePage(items=items, next=page.cursor))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "Venue"),
    openapi_extra=takes("Venue"),
)
async def add_venue(
    app: App, context: AdminContext, once: OnceOnly, body: JsonBody
) -> Response:
    """Add a venue."""
    venue = read(Venue, body)

    def present(made: Versioned[Venue]) -> Response:
        return created(made.value, made.version, f"/v1/venues/{venue.id}")

    return once.post(
        present, lambda kept: manage_register.add_venue(app.store, context, venue, kept)
    )


@router.get("/{venue}", responses=reads("Venue"))
async def read_venue(venue: VenuePath, app: App, context: ViewerContext) -> Response:
    known = app.store.load(context.tenant, Venue, venue)
    return shown(known.value, known.version)


@router.patch(
    "/{venue}",
    responses=changes(HTTPStatus.OK, "Venue", 404, 412, 428),
    openapi_extra=takes_patch("a venue"),
)
async def patch_venue(
    venue: VenuePath,
    app: App,
    context: AdminContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Change a venue; leagues that were imported keep what they had."""
    known = app.store.load(context.tenant, Venue, venue)
    after = changed(Venue, known.value, patch)
    kept = manage_register.change_venue(app.store, context, after, version)
    return shown(kept.value, kept.version)


@router.delete(
    "/{venue}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428),
)
async def delete_venue(
    venue: VenuePath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    manage_register.delete_venue(app.store, context, venue, version)
    return gone()
