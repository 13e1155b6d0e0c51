"""Treat SIGTERM, which service managers send, like Ctrl-C."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType


def interrupt(signal_number: int, frame: FrameType | None) -> None:
    """Handle a signal as Python handles Ctrl-C."""
    del signal_number, frame
    raise KeyboardInterrupt


@contextmanager
def stop_asked_for() -> Iterator[Callable[[], bool]]:
    """Yield a function that tells whether a stop was requested.

    Signals do not interrupt the block. A terminal sends Ctrl-C to child processes too;
    children started before the first call inherit that it is ignored, and continue
    until they are told to stop.
    """
    asked = Event()

    def ask(signal_number: int, frame: FrameType | None) -> None:
        del signal_number, frame
        asked.set()

    def is_asked() -> bool:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, ask)
        return asked.is_set()

    ctrl_c = signal.signal(signal.SIGINT, signal.SIG_IGN)
    terminate = signal.signal(signal.SIGTERM, ask)
    try:
        yield is_asked
    finally:
        signal.signal(signal.SIGINT, ctrl_c)
        signal.signal(signal.SIGTERM, terminate)
