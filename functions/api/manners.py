"""What every answer has, whoever gave it: an id, a measured time, no stack trace."""

import time
from collections.abc import Callable
from http import HTTPStatus

from aws_lambda_powertools.metrics import MetricUnit, single_metric
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import correlation, problems
from api.rate_limit import policy_of
from flextime.bootstrap import Application
from flextime.observability import NAMESPACE, logger, metrics


class Manners:
    """Outermost: nothing that goes wrong inside leaves without a problem document."""

    def __init__(self, app: ASGIApp, application: Callable[[], Application]) -> None:
        self._app = app
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        correlation_id = correlation.begin(scope)
        logger.set_correlation_id(correlation_id)
        begun_s = time.perf_counter()
        started = False
        status = HTTPStatus.INTERNAL_SERVER_ERROR.value

        async def send_marked(message: Message) -> None:
            nonlocal started, status
            if message["type"] == "http.response.start":
                started = True
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[correlation.HEADER] = correlation_id
                # One conference's, and to be asked for again: the ETag makes it cheap.
                headers["Cache-Control"] = "private, no-cache"
                headers["X-Content-Type-Options"] = "nosniff"
                headers.update(policy_of(self._application().settings))
            await send(message)

        try:
            await self._app(scope, receive, send_marked)
        except Exception:
            logger.exception("a request failed on our side")
            if started:
                raise
            answer = problems.answer(
                Request(scope),
                problems.INTERNAL,
                "it is noted under the correlation id",
            )
            await answer(scope, receive, send_marked)
        _tell(scope, status, time.perf_counter() - begun_s)


def _tell(scope: Scope, status: int, seconds: float) -> None:
    route = scope.get("route")
    template = getattr(route, "path", "unknown")
    logger.info(
        "answered",
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


class NotModified:
    """Answers 304 where If-None-Match names the version that would be shown."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = Headers(scope=scope).get("if-none-match") if _is_get(scope) else None
        if known is None:
            await self._app(scope, receive, send)
            return
        cut = False

        async def send_if_modified(message: Message) -> None:
            nonlocal cut
            if message["type"] == "http.response.start" and message["status"] == 200:
                etag: str | None = MutableHeaders(scope=message).get("etag")
                if etag is not None and _matches(known, etag):
                    cut = True
                    headers = MutableHeaders(scope=message)
                    del headers["content-length"], headers["content-type"]
                    message = {**message, "status": HTTPStatus.NOT_MODIFIED.value}
            elif cut:
                message = {**message, "body": b""}
            await send(message)

        await self._app(scope, receive, send_if_modified)


def _is_get(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "GET")


def _matches(known: str, etag: str) -> bool:
    """Weakly, as RFC 9110 wants it of If-None-Match."""
    tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
    return any(tag in {"*", etag} for tag in tags)
