"""The ASGI application behind the HTTP and WebSocket port."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from flextime_local.http_server.gateway import Gateway
from flextime_local.http_server.payload import HttpRequest, HttpResponse
from flextime_local.http_server.web_sockets import WebSockets

_WITHOUT_BODY = {204, 304}

type Scope = dict[str, Any]
type Receive = Callable[[], Awaitable[dict[str, Any]]]
type Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Application:
    """Passes HTTP requests to the gateway and WebSocket connections to their API."""

    gateway: Gateway | None
    web_sockets: WebSockets | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        match scope["type"]:
            case "http":
                await self._http(scope, receive, send)
            case "websocket" if self.web_sockets:
                await self.web_sockets.serve(scope, receive, send)
            case "websocket":
                await send({"type": "websocket.close", "code": 1008})
            case "lifespan":
                await _lifespan(receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._response(scope, receive)
        if response is None:
            return  # the client went away while it sent its body
        headers = [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in response.headers
            if name != "content-length"
        ]
        if response.status not in _WITHOUT_BODY:
            length = _content_length(scope, response)
            headers.append((b"content-length", length.encode("latin-1")))
        await send(
            {
                "type": "http.response.start",
                "status": response.status,
                "headers": headers,
            }
        )
        await send({"type": "http.response.body", "body": response.body})

    async def _response(self, scope: Scope, receive: Receive) -> HttpResponse | None:
        if self.gateway is None:
            return HttpResponse.message(404, "Not Found")
        headers = decoded_headers(scope)
        length = int(dict(headers).get("content-length") or 0)
        body = bytearray()
        while (refusal := self.gateway.too_large(max(length, len(body)))) is None:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        if refusal:
            return refusal
        client = scope.get("client") or ("127.0.0.1", 0)
        return await self.gateway.response(
            HttpRequest(
                method=scope["method"],
                path=scope["path"],
                query=scope["query_string"].decode("latin-1"),
                headers=headers,
                body=bytes(body),
                source_ip=client[0],
            )
        )


def _content_length(scope: Scope, response: HttpResponse) -> str:
    """Return the length of the body; for HEAD, of the body that GET would return."""
    actual = str(len(response.body))
    if scope["method"] != "HEAD":
        return actual
    return dict(response.headers).get("content-length", actual)


def decoded_headers(scope: Scope) -> list[tuple[str, str]]:
    """Return the headers of an ASGI scope as text, with names in lower case."""
    return [
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in scope["headers"]
    ]


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        else:
            await send({"type": "lifespan.shutdown.complete"})
            return
