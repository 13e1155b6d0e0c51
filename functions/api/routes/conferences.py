"""The caller's own conference."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import shown
from api.bodies import MergePatchBody
from api.conditions import IfMatch
from api.documentation import changes, reads, takes_patch
from api.documents import changed
from api.identity import AdminContext, ViewerContext
from api.parameters import ConferencePath
from api.wiring import App
from flextime.domain.errors import NotFound
from flextime.usecases.aggregates import Conference
from flextime.usecases.leagues.manage_register import (
    change_conference,
    read_conference,
)
from flextime.usecases.request_context import RequestContext

router = APIRouter(prefix="/v1/conferences", tags=["conference"])


@router.get(
    "/{conference}",
    responses=reads("Conference"),
)
async def read_own_conference(
    conference: ConferencePath, app: App, context: ViewerContext
) -> Response:
    """The caller's own conference; every other is not there."""
    _refuse_foreign(context, conference)
    known = read_conference(app.store, context)
    return shown(known.value, known.version)


@router.patch(
    "/{conference}",
    responses=changes(HTTPStatus.OK, "Conference", 404, 412, 428),
    openapi_extra=takes_patch("the conference"),
)
async def patch_own_conference(
    conference: ConferencePath,
    app: App,
    context: AdminContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Say something about the caller's own conference."""
    _refuse_foreign(context, conference)
    known = read_conference(app.store, context)
    after = changed(Conference, known.value, patch)
    kept = change_conference(app.store, context, after, version)
    return shown(kept.value, kept.version)


def _refuse_foreign(context: RequestContext, conference: str) -> None:
    if conference != context.tenant:
        raise NotFound(f"there is no conference {conference!r}")
