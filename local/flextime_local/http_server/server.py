"""uvicorn in a thread."""

import socket
import time
from dataclasses import dataclass
from threading import Thread
from typing import Self

import uvicorn

from flextime_local.any_types import Untyped

_LARGEST_HEADERS = 1024 * 1024  # a huge token is for the authorizer to refuse
_STOP_TIMEOUT_S = 5


@dataclass(frozen=True, slots=True)
class HttpServer:
    """A running server."""

    _server: uvicorn.Server
    _thread: Thread

    @classmethod
    def start(cls, application: Untyped, taken: socket.socket) -> Self:
        """Serve an ASGI application on a socket that is already listening."""
        config = uvicorn.Config(
            application,
            http="h11",
            h11_max_incomplete_event_size=_LARGEST_HEADERS,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=_STOP_TIMEOUT_S,
        )
        server = uvicorn.Server(config)
        thread = Thread(
            target=server.run,
            kwargs={"sockets": [taken]},
            name="http-server",
            daemon=True,
        )
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        return cls(server, thread)

    def stop(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join(_STOP_TIMEOUT_S + 1)
