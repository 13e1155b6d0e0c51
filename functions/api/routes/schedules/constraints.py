"""Constraints of a schedule. Their ETag is the schedule's."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import (
    CHANGED,
    CREATED,
    DELETED_PART,
    VERSIONED,
    problems,
)
from api.idempotency import IdempotencyKey
from api.identity import SchedulerContext, ViewerContext
from api.json_route import json_router
from api.parameters import ConstraintPath, SchedulePath
from api.preconditions import IfMatch
from api.request_body import JsonBody, MergePatchBody
from api.responses import created, no_content, ok
from api.schemas.schedules import Constraint, ConstraintList
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.schedules import manage_constraints
from flextime.usecases.schedules.edit_schedule import Target

router = json_router("/v1/schedules/{schedule}/constraints", "constraints")


@router.get("", response_model=ConstraintList, responses=VERSIONED | problems(404, 422))
async def list_constraints(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """List all constraints of a schedule."""
    stored = app.store.load(context.tenant, SeasonSchedule, schedule)
    return ok(ConstraintList(items=stored.value.constraints), stored.version)


@router.post(
    "", status_code=201, response_model=Constraint, responses=CREATED | problems(404)
)
async def add_constraint(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    request: IdempotencyKey,
    constraint: JsonBody[Constraint],
) -> Response:
    """Add a constraint to a schedule."""
    path = f"/v1/schedules/{schedule}/constraints/{constraint.id}"

    def respond(made: Versioned[SeasonSchedule]) -> Response:
        return created(constraint, made.version, path)

    return request.execute(
        respond,
        lambda build_response: manage_constraints.add_constraint(
            app, context, Target(schedule), constraint, build_response
        ),
    )


@router.get(
    "/{constraint}",
    response_model=Constraint,
    responses=VERSIONED | problems(404, 422),
)
async def read_constraint(
    schedule: SchedulePath, constraint: ConstraintPath, app: App, context: ViewerContext
) -> Response:
    """Return a constraint."""
    stored = app.store.load(context.tenant, SeasonSchedule, schedule)
    found = manage_constraints.constraint_of(stored.value, constraint)
    return ok(found, stored.version)


@router.patch("/{constraint}", response_model=Constraint, responses=CHANGED)
async def patch_constraint(
    schedule: SchedulePath,
    constraint: ConstraintPath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody[Constraint],
) -> Response:
    """Change a constraint; its kind may change too, its id may not."""
    target = Target(schedule, version)
    stored = manage_constraints.change_constraint(
        app, context, target, constraint, patch.apply
    )
    found = manage_constraints.constraint_of(stored.value, constraint)
    return ok(found, stored.version)


@router.delete("/{constraint}", status_code=204, responses=DELETED_PART)
async def delete_constraint(
    schedule: SchedulePath,
    constraint: ConstraintPath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
) -> Response:
    """Delete a constraint from the schedule."""
    target = Target(schedule, version)
    stored = manage_constraints.remove_constraint(app, context, target, constraint)
    return no_content(stored.version)
