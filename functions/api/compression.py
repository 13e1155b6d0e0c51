"""Responses compressed with gzip for clients that accept it."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.preconditions import GZIP_SUFFIX

MIN_BYTES = 1024
"""Shorter responses stay as they are."""
_LEVEL = 6
"""Nearly the size of level 9 in half the time."""


class Compression:
    """Compresses responses; a compressed one has an entity tag of its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = GZipMiddleware(app, MIN_BYTES, _LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_tag(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                etag = headers.get("etag")
                if etag and headers.get("content-encoding") == "gzip":
                    headers["etag"] = f'{etag.removesuffix('"')}{GZIP_SUFFIX}"'
            await send(message)

        await self._app(_with_plain_preference(scope), receive, send_with_tag)


def _with_plain_preference(scope: Scope) -> Scope:
    """Put `gzip` or nothing in Accept-Encoding; Starlette does not read its weights."""
    headers = MutableHeaders(scope=scope)
    accepted = headers.get("accept-encoding")
    if accepted is not None:
        headers["accept-encoding"] = "gzip" if accepts_gzip(accepted) else "identity"
    return scope


def accepts_gzip(accept_encoding: str) -> bool:
    """Return whether gzip has a weight above 0 (RFC 9110, section 12.5.3)."""
    weights: dict[str, float] = {}
    for coding in accept_encoding.lower().split(","):
        name, *parameters = (part.strip() for part in coding.split(";"))
        weights[name] = _weight(parameters)
    return weights.get("gzip", weights.get("*", 0)) > 0


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0
    return 1
