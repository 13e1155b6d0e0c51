"""Middleware around every request: standard headers, logs and metrics, 304."""

import time
from collections.abc import Callable
from http import HTTPStatus

from aws_lambda_powertools.metrics import MetricUnit, single_metric
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import correlation
from api.problem_documents import problem_response
from api.problem_types import INTERNAL
from api.rate_limit import policy_headers
from flextime.bootstrap import Application
from flextime.observability import NAMESPACE, logger, metrics


class StandardHeaders:
    """Adds the headers that every response has, and assigns the correlation id."""

    def __init__(self, app: ASGIApp, application: Callable[[], Application]) -> None:
        """Wrap `app`; `application` has the settings with the rate limit."""
        self._app = app
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        correlation_id = correlation.assign_correlation_id(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[correlation.HEADER] = correlation_id
                # Private to one conference and revalidated: the ETag makes it cheap.
                headers["Cache-Control"] = "private, no-cache"
                headers["X-Content-Type-Options"] = "nosniff"
                headers.update(policy_headers(self._application().settings))
            await send(message)

        await self._app(scope, receive, send_with_headers)


class RequestTelemetry:
    """Logs and measures each request; responds 500 to an unexpected error."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        logger.set_correlation_id(correlation.correlation_id_of(scope))
        start_s = time.perf_counter()
        status: int | None = None

        async def send_observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_observed)
        except Exception:
            logger.exception("unexpected error")
            if status is not None:
                raise
            detail = "the log has the error under the correlation id"
            response = problem_response(Request(scope), INTERNAL, detail)
            await response(scope, receive, send_observed)
        _record(scope, status or INTERNAL.status, time.perf_counter() - start_s)


class ConditionalGet:
    """Responds 304 to a GET whose If-None-Match names the current version."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request (ASGI)."""
        known = Headers(scope=scope).get("if-none-match") if _is_get(scope) else None
        if known is None:
            await self._app(scope, receive, send)
            return
        not_modified = False

        async def send_if_modified(message: Message) -> None:
            nonlocal not_modified
            if message["type"] == "http.response.start" and message["status"] == 200:
                etag: str | None = MutableHeaders(scope=message).get("etag")
                if etag is not None and _matches(known, etag):
                    not_modified = True
                    headers = MutableHeaders(scope=message)
                    del headers["content-length"], headers["content-type"]
                    message = {**message, "status": HTTPStatus.NOT_MODIFIED.value}
            elif not_modified:
                message = {**message, "body": b""}
            await send(message)

        await self._app(scope, receive, send_if_modified)


def _record(scope: Scope, status: int, seconds: float) -> None:
    route = scope.get("route")
    template = getattr(route, "path", "unknown")
    logger.info(
        "request",
        extra={
            "method": scope["method"],
            "route": template,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
        },
    )
    metrics.add_metric("Requests", MetricUnit.Count, 1)
    with single_metric(
        "Latency", MetricUnit.Milliseconds, seconds * 1000, namespace=NAMESPACE
    ) as latency:
        latency.add_dimension("route", f"{scope['method']} {template}")


def _is_get(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "GET")


def _matches(known: str, etag: str) -> bool:
    """Compare weakly, as RFC 9110 requires for If-None-Match."""
    tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
    return any(tag in {"*", etag} for tag in tags)
