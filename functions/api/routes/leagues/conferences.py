"""The caller's own conference."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import CHANGED, VERSIONED, problems
from api.identity import AdminContext, ViewerContext
from api.json_route import json_router
from api.parameters import ConferencePath
from api.preconditions import IfMatch
from api.request_body import MergePatchBody
from api.responses import ok
from flextime.usecases.aggregates import Conference
from flextime.usecases.leagues import manage_register

router = json_router("/v1/conferences", "conferences")


@router.get(
    "/{conference}",
    response_model=Conference,
    responses=VERSIONED | problems(404, 422),
)
async def read_conference(
    conference: ConferencePath, app: App, context: ViewerContext
) -> Response:
    """Return the caller's own conference; others are not found."""
    stored = manage_register.read_conference(app.store, context, conference)
    return ok(stored.value, stored.version)


@router.patch("/{conference}", response_model=Conference, responses=CHANGED)
async def patch_conference(
    conference: ConferencePath,
    app: App,
    context: AdminContext,
    version: IfMatch,
    patch: MergePatchBody[Conference],
) -> Response:
    """Change the caller's own conference."""
    stored = manage_register.change_conference(
        app.store, context, conference, patch.apply, version
    )
    return ok(stored.value, stored.version)
