"""Runs: optimisations asked for, watched and cancelled."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import accepted, shown
from api.bodies import OptionalJsonBody
from api.documentation import answers, changes, takes
from api.documents import read
from api.idempotency import OnceOnly
from api.identity import SchedulerContext, ViewerContext
from api.parameters import Paging, RunPath, SchedulePath
from api.run_schemas import RunPage, RunProgress, RunSummary
from api.wiring import App
from flextime.domain.runs.run import Run, RunParameters
from flextime.usecases.aggregates import Versioned
from flextime.usecases.paging import PageRequest
from flextime.usecases.runs import manage_runs

router = APIRouter(prefix="/v1", tags=["runs"])


@router.post(
    "/schedules/{schedule}/runs",
    status_code=HTTPStatus.ACCEPTED,
    responses=changes(HTTPStatus.ACCEPTED, "RunSummary", 404, etag=False),
    openapi_extra=takes("RunParameters", required=False),
)
async def request_run(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    once: OnceOnly,
    body: OptionalJsonBody,
) -> Response:
    """Ask for an optimisation; one at a time for a schedule."""
    parameters = read(RunParameters, body or b"{}")
    return once.post(
        _accepted,
        lambda kept: manage_runs.request_run(app, context, schedule, parameters, kept),
    )


@router.get("/runs", responses=answers(HTTPStatus.OK, "RunPage", 422))
async def list_runs(app: App, context: ViewerContext, page_request: Paging) -> Response:
    """The conference's runs, newest first."""
    newest_first = PageRequest(
        page_request.limit, page_request.cursor, newest_first=True
    )
    page = app.store.page(context.tenant, Run, newest_first)
    items = tuple(RunSummary.of(run.value) for run in page.items)
    return shown(RunPage(items=items, next=page.cursor))


@router.get("/runs/{run}", responses=answers(HTTPStatus.OK, "RunProgress", 404, 422))
async def watch_run(run: RunPath, app: App, context: ViewerContext) -> Response:
    """A run, how its attempts stand, its best schedule so far and the proven bound."""
    known, attempts = manage_runs.read_run(app, context, run)
    return shown(RunProgress.of(known.value, attempts))


@router.delete(
    "/runs/{run}",
    status_code=HTTPStatus.ACCEPTED,
    responses=answers(HTTPStatus.ACCEPTED, "RunSummary", 404, 409, 422, location=True),
)
async def cancel_run(run: RunPath, app: App, context: SchedulerContext) -> Response:
    """Have a run stop soon and keep the best that it has found."""
    return _accepted(manage_runs.cancel_run(app, context, run))


def _accepted(made: Versioned[Run]) -> Response:
    return accepted(RunSummary.of(made.value), f"/v1/runs/{made.value.id}")
