"""The HTTP API: one Lambda function behind all routes of API Gateway."""

from collections.abc import Callable

from fastapi import Depends, FastAPI
from mangum import Mangum

import flextime
from api.documented_responses import AUTHENTICATED, OPEN
from api.exception_handlers import add_exception_handlers
from api.identity import ID_TOKEN
from api.middleware import ConditionalGet, RequestTelemetry, StandardHeaders
from api.openapi import openapi_document
from api.routes import OPEN_ROUTERS, ROUTERS
from flextime.bootstrap import Application, get_application
from flextime.observability import instrumented


def make_app(
    application: Callable[[], Application] = get_application,
) -> FastAPI:
    """Return the API; `application` is called by the first request."""
    app = FastAPI(
        title="FlexTime",
        version=flextime.__version__,
        redirect_slashes=False,
        redoc_url=None,
    )
    app.state.application = application
    for router in OPEN_ROUTERS:
        app.include_router(router, responses=OPEN)
    for router in ROUTERS:
        app.include_router(
            router, responses=AUTHENTICATED, dependencies=[Depends(ID_TOKEN)]
        )
    routers = (*OPEN_ROUTERS, *ROUTERS)
    add_exception_handlers(app, [route for r in routers for route in r.routes])
    # The last one added is the outermost.
    app.add_middleware(ConditionalGet)
    app.add_middleware(RequestTelemetry)
    app.add_middleware(StandardHeaders, application=application)
    app.openapi = lambda: openapi_document(app)  # type: ignore[method-assign] # FastAPI's own way to replace it
    return app


handler = instrumented(Mangum(make_app(), lifespan="off"))
