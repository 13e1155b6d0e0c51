"""Schedules: created from a league, changed, published, deleted; their revisions."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import CHANGED, CREATED, DELETED, VERSIONED, problems
from api.idempotency import IdempotencyKey
from api.identity import AdminContext, SchedulerContext, ViewerContext
from api.json_route import json_router
from api.parameters import PageQuery, RevisionPath, SchedulePath
from api.preconditions import IfMatch
from api.request_body import JsonBody, MergePatchBody
from api.responses import created, no_content, ok
from api.schemas.schedules import SchedulePage, ScheduleSummary
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import ScheduleListItem
from flextime.usecases.schedules import manage_schedules
from flextime.usecases.schedules.edit_schedule import Target
from flextime.usecases.schedules.manage_schedules import NewSchedule, ScheduleDocument

router = json_router("/v1/schedules", "schedules")


@router.get("", response_model=SchedulePage, responses=problems(422))
async def list_schedules(app: App, context: ViewerContext, page: PageQuery) -> Response:
    """List summaries of schedules in order of creation."""
    found = app.store.page(context.tenant, ScheduleListItem, page)
    items = tuple(ScheduleSummary.of(schedule) for schedule in found.items)
    return ok(SchedulePage(items=items, next=found.cursor))


@router.post("", status_code=201, response_model=SeasonSchedule, responses=CREATED)
async def create_schedule(
    app: App,
    context: SchedulerContext,
    request: IdempotencyKey,
    new: JsonBody[NewSchedule],
) -> Response:
    """Create a schedule of a league, empty or with games."""

    def respond(made: Versioned[SeasonSchedule]) -> Response:
        return created(made.value, made.version, f"/v1/schedules/{made.value.id}")

    return request.execute(
        respond,
        lambda build_response: manage_schedules.create_schedule(
            app, context, new, build_response
        ),
    )


@router.get(
    "/{schedule}",
    response_model=SeasonSchedule,
    responses=VERSIONED | problems(404, 422),
)
async def read_schedule(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """Return a schedule."""
    stored = app.store.load(context.tenant, SeasonSchedule, schedule)
    return ok(stored.value, stored.version)


@router.patch("/{schedule}", response_model=SeasonSchedule, responses=CHANGED)
async def patch_schedule(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody[ScheduleDocument],
) -> Response:
    """Rename a schedule, move it to its next status, or replace its lists."""
    target = Target(schedule, version)
    stored = manage_schedules.change_schedule(app, context, target, patch.apply)
    return ok(stored.value, stored.version)


@router.delete("/{schedule}", status_code=204, responses=DELETED)
async def delete_schedule(
    schedule: SchedulePath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    """Delete a schedule on which no run is working."""
    manage_schedules.delete_schedule(app.store, context, schedule, version)
    return no_content()


@router.get(
    "/{schedule}/revisions/{number}",
    response_model=Schedule,
    responses=problems(404, 422),
)
async def read_revision(
    schedule: SchedulePath, number: RevisionPath, app: App, context: ViewerContext
) -> Response:
    """Return the games of a revision; a revision never changes."""
    return ok(manage_schedules.read_revision(app, context, schedule, number))
