"""Rules of a schedule. Their ETag is the schedule's."""

from http import HTTPStatus
from typing import cast

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import changed, read
from api.idempotency import OnceOnly
from api.identity import SchedulerContext, ViewerContext
from api.parameters import ConstraintPath, SchedulePath
from api.schemas import ConstraintList
from api.wiring import App
from flextime.domain.constraints import Constraint
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.schedules import manage_constraints
from flextime.usecases.schedules.edit_schedule import Target

router = APIRouter(prefix="/v1/schedules/{schedule}/constraints", tags=["constraints"])

_CONSTRAINT = cast("type[Constraint]", Constraint)  # pydantic reads unions too


@router.get("", responses=reads("ConstraintList"))
async def list_constraints(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """All rules of a schedule."""
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    return shown(ConstraintList(items=known.value.constraints), known.version)


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "Constraint", 404),
    openapi_extra=takes("Constraint"),
)
async def add_constraint(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    once: OnceOnly,
    body: JsonBody,
) -> Response:
    constraint = read(_CONSTRAINT, body)

    def present(made: Versioned[SeasonSchedule]) -> Response:
        return created(
            constraint,
            made.version,
            f"/v1/schedules/{schedule}/constraints/{constraint.id}",
        )

    return once.post(
        present,
        lambda kept: manage_constraints.add_constraint(
            app, context, Target(schedule), constraint, kept
        ),
    )


@router.get("/{constraint}", responses=reads("Constraint"))
async def read_constraint(
    schedule: SchedulePath, constraint: ConstraintPath, app: App, context: ViewerContext
) -> Response:
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    return shown(
        manage_constraints.constraint_of(known.value, constraint), known.version
    )


@router.patch(
    "/{constraint}",
    responses=changes(HTTPStatus.OK, "Constraint", 404, 412, 428),
    openapi_extra=takes_patch("a constraint"),
)
async def patch_constraint(
    schedule: SchedulePath,
    constraint: ConstraintPath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Change a rule, or put another in its place under the same id."""
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    after = changed(
        _CONSTRAINT, manage_constraints.constraint_of(known.value, constraint), patch
    )
    target = Target(schedule, known.version if version is None else version)
    kept = manage_constraints.change_constraint(app, context, target, after)
    return shown(after, kept.version)


@router.delete(
    "/{constraint}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428, etag=True),
)
async def remove_constraint(
    schedule: SchedulePath,
    constraint: ConstraintPath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
) -> Response:
    """Take a rule out of the schedule."""
    kept = manage_constraints.remove_constraint(
        app, context, Target(schedule, version), constraint
    )
    return gone(kept.version)
