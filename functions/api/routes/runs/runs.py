"""Runs: optimizations of a schedule, requested, instrumented and cancelled."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import ACCEPTED, problems
from api.idempotency import IdempotencyKey
from api.identity import SchedulerContext, ViewerContext
from api.json_route import json_router
from api.parameters import PageQuery, RunPath, SchedulePath
from api.request_body import JsonBody
from api.responses import accepted, ok
from api.schemas.runs import RunPage, RunProgress, RunSummary
from flextime.domain.runs.run import Run, RunParameters
from flextime.usecases.aggregates import Versioned
from flextime.usecases.paging import PageRequest
from flextime.usecases.runs import manage_runs

router = json_router("/v1", "runs")

_DEFAULT_PARAMETERS = RunParameters()


@router.post(
    "/schedules/{schedule}/runs",
    status_code=202,
    response_model=RunSummary,
    responses=ACCEPTED,
)
async def request_run(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    request: IdempotencyKey,
    parameters: JsonBody[RunParameters] = _DEFAULT_PARAMETERS,
) -> Response:
    """Request an optimization; a schedule has one at a time."""
    return request.execute(
        _accepted,
        lambda build_response: manage_runs.request_run(
            app, context, schedule, parameters, build_response
        ),
    )


@router.get("/runs", response_model=RunPage, responses=problems(422))
async def list_runs(app: App, context: ViewerContext, page: PageQuery) -> Response:
    """List the conference's runs, newest first."""
    newest_first = PageRequest(page.limit, page.cursor, newest_first=True)
    found = app.store.page(context.tenant, Run, newest_first)
    items = tuple(RunSummary.of(run.value) for run in found.items)
    return ok(RunPage(items=items, next=found.cursor))


@router.get("/runs/{run}", response_model=RunProgress, responses=problems(404, 422))
async def read_run(run: RunPath, app: App, context: ViewerContext) -> Response:
    """Return a run, its attempts, its best schedule so far and the proven bound."""
    stored, attempts = manage_runs.read_run(app, context, run)
    return ok(RunProgress.of(stored.value, attempts))


@router.delete(
    "/runs/{run}", status_code=202, response_model=RunSummary, responses=ACCEPTED
)
async def cancel_run(run: RunPath, app: App, context: SchedulerContext) -> Response:
    """Ask a run to stop; it keeps the best schedule that it has found."""
    return _accepted(manage_runs.cancel_run(app, context, run))


def _accepted(stored: Versioned[Run]) -> Response:
    return accepted(RunSummary.of(stored.value), f"/v1/runs/{stored.value.id}")
