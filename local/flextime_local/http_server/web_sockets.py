"""WebSocket connections: each message invokes the function of its route."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

from flextime_local.http_server.gateway import Invoke
from flextime_local.http_server.web_socket_api import WebSocketApi
from flextime_local.lambda_runner.process import Response

type Send = Callable[[dict[str, Any]], Awaitable[None]]
type Receive = Callable[[], Awaitable[dict[str, Any]]]
_SEND_TIMEOUT_S = 10.0


@dataclass(slots=True)
class Connection:
    """One open connection."""

    id: str
    send: Send
    loop: asyncio.AbstractEventLoop
    source_ip: str
    connected_at_s: float = field(default_factory=time.time)


@dataclass(slots=True)
class WebSockets:
    """All open connections of an API."""

    api: WebSocketApi
    invoke: Invoke
    _open: dict[str, Connection] = field(default_factory=dict)

    async def serve(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Serve one connection until it is closed."""
        await receive()  # websocket.connect
        client = scope.get("client") or ("127.0.0.1", 0)
        loop = asyncio.get_running_loop()
        connection = Connection(uuid4().hex[:12], send, loop, client[0])
        if not await self._is_welcome(connection, scope):
            await send({"type": "websocket.close", "code": 1008})
            return
        self._open[connection.id] = connection
        await send({"type": "websocket.accept"})
        try:
            await self._pass_messages_on(connection, receive)
        finally:
            self._open.pop(connection.id, None)
            await self._route(connection, "$disconnect", "DISCONNECT", {})

    async def _is_welcome(self, connection: Connection, scope: dict[str, Any]) -> bool:
        headers = {
            name.decode("latin-1"): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        extra = {"headers": headers, "queryStringParameters": query or None}
        response = await self._route(connection, "$connect", "CONNECT", extra)
        if response is None:
            return True
        if response.is_error:
            return False
        result = json.loads(response.payload)
        return isinstance(result, dict) and int(result.get("statusCode", 500)) < 300

    async def _pass_messages_on(self, connection: Connection, receive: Receive) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            body = message.get("text") or (message.get("bytes") or b"").decode()
            try:
                content = json.loads(body)
            except json.JSONDecodeError:
                content = None
            route = self.api.route_key(content)
            await self._route(connection, route, "MESSAGE", {"body": body})

    async def _route(
        self, connection: Connection, key: str, kind: str, extra: dict[str, Any]
    ) -> Response | None:
        function = self.api.functions.get(key)
        if function is None:
            return None
        event = {
            "requestContext": self._context(connection, key, kind),
            "isBase64Encoded": False,
            **extra,
        }
        return await asyncio.to_thread(self.invoke, function, event)

    def _context(self, connection: Connection, key: str, kind: str) -> dict[str, Any]:
        return {
            "routeKey": key,
            "eventType": kind,
            "connectionId": connection.id,
            "connectedAt": int(connection.connected_at_s * 1000),
            "requestTimeEpoch": int(time.time() * 1000),
            "requestId": str(uuid4()),
            "apiId": self.api.id,
            "stage": self.api.stage,
            "domainName": "localhost",
            "identity": {"sourceIp": connection.source_ip},
        }

    # What the endpoint's /@connections/ calls, from its own threads:

    def send(self, connection_id: str, data: bytes) -> bool:
        """Send to a connection; false if it is gone."""
        return self._tell(
            connection_id, {"type": "websocket.send", "text": data.decode()}
        )

    def close(self, connection_id: str) -> bool:
        """Close a connection; false if it is gone."""
        return self._tell(connection_id, {"type": "websocket.close", "code": 1000})

    def describe(self, connection_id: str) -> dict[str, object] | None:
        """Return what AWS tells of a connection; None if it is gone."""
        connection = self._open.get(connection_id)
        if connection is None:
            return None
        connected = time.gmtime(connection.connected_at_s)
        return {
            "connectedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", connected),
            "identity": {"sourceIp": connection.source_ip},
        }

    def _tell(self, connection_id: str, message: dict[str, Any]) -> bool:
        connection = self._open.get(connection_id)
        if connection is None:
            return False

        async def tell() -> None:
            await connection.send(message)

        pending = asyncio.run_coroutine_threadsafe(tell(), connection.loop)
        pending.result(_SEND_TIMEOUT_S)
        return True
