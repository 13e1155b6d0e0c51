"""Schedules: created from a league, read, changed, deleted; their revisions."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import read
from api.idempotency import OnceOnly
from api.identity import AdminContext, SchedulerContext, ViewerContext
from api.parameters import Paging, RevisionPath, SchedulePath
from api.schemas import SchedulePage, ScheduleSummary
from api.wiring import App
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.serialization.merge_patch import patched
from flextime.serialization.type_adapters import adapter_of
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import ScheduleListItem
from flextime.usecases.schedules import manage_schedules
from flextime.usecases.schedules.edit_schedule import Target
from flextime.usecases.schedules.manage_schedules import (
    NewSchedule,
    ScheduleDocument,
    document_of,
    read_revision,
)

router = APIRouter(prefix="/v1/schedules", tags=["schedules"])


@router.get("", responses=answers(HTTPStatus.OK, "SchedulePage", 422))
async def list_schedules(
    app: App, context: ViewerContext, page_request: Paging
) -> Response:
    """Schedules in the order in which they were made, in short."""
    page = app.store.page(context.tenant, ScheduleListItem, page_request)
    items = tuple(ScheduleSummary.of(schedule) for schedule in page.items)
    return shown(SchedulePage(items=items, next=page.cursor))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "SeasonSchedule"),
    openapi_extra=takes("NewSchedule"),
)
async def create_schedule(
    app: App, context: SchedulerContext, once: OnceOnly, body: JsonBody
) -> Response:
    """Begin a schedule of a league, empty or with games."""
    new = read(NewSchedule, body)

    def present(made: Versioned[SeasonSchedule]) -> Response:
        return created(made.value, made.version, f"/v1/schedules/{made.value.id}")

    return once.post(
        present, lambda kept: manage_schedules.create_schedule(app, context, new, kept)
    )


@router.get(
    "/{schedule}",
    responses=reads("SeasonSchedule"),
)
async def read_schedule(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    return shown(known.value, known.version)


@router.patch(
    "/{schedule}",
    responses=changes(HTTPStatus.OK, "SeasonSchedule", 404, 412, 428),
    openapi_extra=takes_patch("name, status, games, constraints and goals"),
)
async def patch_schedule(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Rename a schedule, lead it to its next status, or replace its lists whole."""
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    document = patched(adapter_of(ScheduleDocument), document_of(known.value), patch)
    target = Target(schedule, known.version if version is None else version)
    kept = manage_schedules.change_schedule(app, context, target, document)
    return shown(kept.value, kept.version)


@router.delete(
    "/{schedule}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428),
)
async def delete_schedule(
    schedule: SchedulePath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    """Delete a schedule that no run is working on."""
    manage_schedules.delete_schedule(app.store, context, schedule, version)
    return gone()


@router.get(
    "/{schedule}/revisions/{number}",
    responses=answers(HTTPStatus.OK, "Schedule", 404, 422),
)
async def read_schedule_revision(
    schedule: SchedulePath, number: RevisionPath, app: App, context: ViewerContext
) -> Response:
    """The games as they were; a revision never changes."""
    return shown(read_revision(app, context, schedule, number))
