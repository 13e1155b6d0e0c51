"""API Gateway's `@connections` API: send to, describe and close a connection."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from flextime_local.aws_endpoint.message import Request, Response

MARK = "/@connections/"


class Connections(Protocol):
    """Open WebSocket connections."""

    def send(self, connection_id: str, data: bytes) -> bool:
        """Send to a client; false when it has gone."""

    def close(self, connection_id: str) -> bool:
        """Close a connection; false if it is gone."""

    def describe(self, connection_id: str) -> dict[str, object] | None:
        """Return what AWS tells of a connection; None if it is gone."""


@dataclass(frozen=True, slots=True)
class ConnectionsApi:
    """Answers requests below `/@connections/`."""

    connections: Connections

    def response(self, request: Request) -> Response:
        """Return the response to a request."""
        connection_id = unquote(request.path.partition(MARK)[2])
        match request.method:
            case "POST":
                return self._done(
                    lambda: self.connections.send(connection_id, request.body)
                )
            case "DELETE":
                return self._done(lambda: self.connections.close(connection_id), 204)
            case _:
                description = self.connections.describe(connection_id)
                return Response.json(description) if description else self._gone()

    def _done(self, action: Callable[[], bool], status: int = 200) -> Response:
        return Response(status, b"") if action() else self._gone()

    @staticmethod
    def _gone() -> Response:
        return Response.error("GoneException", "The connection is gone", 410)
