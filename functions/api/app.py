"""The HTTP API: one Lambda behind every route of API Gateway."""

from collections.abc import Callable

from fastapi import FastAPI, Response
from mangum import Mangum

import flextime
from api import idempotency, openapi, problems
from api.manners import Manners, NotModified
from api.routes import (
    analysis,
    conferences,
    constraints,
    demo_data,
    games,
    leagues,
    runs,
    schedules,
    service,
    teams,
    venues,
)
from flextime.bootstrap import Application, get_application
from flextime.observability import instrumented

PARTS = (
    service,
    conferences,
    teams,
    venues,
    leagues,
    schedules,
    games,
    constraints,
    analysis,
    runs,
    demo_data,
)


def make_app(
    application: Callable[[], Application] = get_application,
) -> FastAPI:
    """The API on a wired application, which the first request asks for."""
    app = FastAPI(
        title="FlexTime",
        version=flextime.__version__,
        default_response_class=Response,
        redirect_slashes=False,
        redoc_url=None,
    )
    app.state.application = application
    for part in PARTS:
        app.include_router(part.router)
    problems.install(app, [route for part in PARTS for route in part.router.routes])
    app.add_exception_handler(idempotency.AnsweredBefore, idempotency.answered_before)
    app.add_middleware(NotModified)
    app.add_middleware(Manners, application=application)
    app.openapi = lambda: openapi.document_of(app)  # type: ignore[method-assign] # FastAPI's own way to replace it
    return app


handler = instrumented(Mangum(make_app(), lifespan="off"))
