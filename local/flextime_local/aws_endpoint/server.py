"""The endpoint's port, served with one thread for each request."""

import logging
from dataclasses import dataclass
from threading import Thread
from typing import Self

from moto.moto_server.werkzeug_app import MotoRequestHandler
from werkzeug.serving import BaseWSGIServer, make_server

from flextime_local.any_types import Untyped
from flextime_local.names import HOST

_log = logging.getLogger(__name__)


class _QuietHandler(MotoRequestHandler):
    disable_nagle_algorithm = True  # headers and body are two writes

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        _log.debug("%s %s %s", self.requestline, code, size)


@dataclass(frozen=True, slots=True)
class EndpointServer:
    """A running server."""

    _server: BaseWSGIServer
    _thread: Thread

    @classmethod
    def start(cls, application: Untyped, socket_fd: int) -> Self:
        """Serve a WSGI application on a socket that is already listening."""
        server = make_server(
            HOST,
            0,
            application,
            threaded=True,
            request_handler=_QuietHandler,
            fd=socket_fd,
        )
        thread = Thread(target=server.serve_forever, name="aws-endpoint", daemon=True)
        thread.start()
        return cls(server, thread)

    def stop(self) -> None:
        """Stop serving and close the socket."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
