"""API Gateway for one HTTP API: limits, CORS, authorizer, function."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from flextime_local.http_server.authorizer import (
    JwtAuthorizer,
    Unauthorized,
    as_text,
)
from flextime_local.http_server.payload import (
    HttpRequest,
    HttpResponse,
    MalformedResponseError,
    event_of,
    response_of,
)
from flextime_local.http_server.routes import HttpApi, Route
from flextime_local.lambda_runner.process import Response

_log = logging.getLogger(__name__)
_MAX_BYTES = 10 * 1024 * 1024
_TIMEOUT_S = 30.0
_THREADS = 64

type Invoke = Callable[[str, Any], Response]


@dataclass(slots=True)
class Gateway:
    """Routes requests to functions, with the limits of API Gateway."""

    api: HttpApi
    authorizer: JwtAuthorizer
    invoke: Invoke
    timeout_s: float = _TIMEOUT_S
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_THREADS, "http")
    )

    def too_large(self, length: int) -> HttpResponse | None:
        """Return the response for a body of this length, if it is too large."""
        if length <= _MAX_BYTES:
            return None
        return HttpResponse.message(413, "Request Entity Too Large")

    async def response(self, request: HttpRequest) -> HttpResponse:
        """Return the response to a request."""
        origin = request.header("origin")
        cors = self.api.cors
        if cors and origin and _is_preflight(request):
            return HttpResponse(204, headers=cors.preflight(origin))
        response = await self._routed(request)
        if cors is None:
            return response
        kept = [
            (name, value)
            for name, value in response.headers
            if not name.startswith("access-control-")
        ]
        return HttpResponse(
            response.status, response.body, kept + cors.response(origin)
        )

    async def _routed(self, request: HttpRequest) -> HttpResponse:
        found = self.api.find(request.method, request.path)
        if found is None:
            return HttpResponse.message(404, "Not Found")
        route, parameters = found
        claims = None
        if route.authorizer:
            try:
                headers = request.joined_headers()
                claims = as_text(self.authorizer.claims(route.authorizer, headers))
            except Unauthorized:
                response = HttpResponse.message(401, "Unauthorized")
                response.headers.append(("www-authenticate", "Bearer"))
                return response
        event = event_of(request, self.api.id, route.key, parameters, claims)
        return await self._invoked(route, event)

    async def _invoked(self, route: Route, event: dict[str, Any]) -> HttpResponse:
        loop = asyncio.get_running_loop()
        pending = loop.run_in_executor(
            self._threads, self.invoke, route.function_arn, event
        )
        try:
            response = await asyncio.wait_for(asyncio.shield(pending), self.timeout_s)
        except TimeoutError:
            late = HttpResponse.message(503, "Service Unavailable")
            late.headers.append(("retry-after", "1"))
            return late
        if response.is_error:
            # Where it failed stands in the function's own log.
            _log.error("%s failed: %s", route.key, response.summary)
            return HttpResponse.message(500, "Internal Server Error")
        try:
            return response_of(response.payload)
        except MalformedResponseError as error:
            _log.error("%s gave no HTTP answer: %s", route.key, error)
            return HttpResponse.message(500, "Internal Server Error")

    def stop(self) -> None:
        """Stop accepting invocations."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _is_preflight(request: HttpRequest) -> bool:
    wanted = request.header("access-control-request-method")
    return request.method == "OPTIONS" and wanted is not None
