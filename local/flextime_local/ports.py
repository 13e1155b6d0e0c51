"""The stack's ports, taken before anything else starts."""

import errno
import socket

from flextime_local.names import HOST


class PortInUseError(RuntimeError):
    """Another process listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} on {HOST} is in use: choose another one")


def listen(port: int) -> socket.socket:
    """Yield a socket that listens on a port; raises `PortInUseError`."""
    # With its protocol named, asyncio sends small answers at once; otherwise each of
    # them waits 40 ms for the client's acknowledgement.
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
    except OSError as error:
        taken.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PortInUseError(port) from error
        raise
    taken.listen(128)
    taken.set_inheritable(False)
    return taken


def port_of(taken: socket.socket) -> int:
    """Return the port of a listening socket."""
    port: int = taken.getsockname()[1]
    return port
