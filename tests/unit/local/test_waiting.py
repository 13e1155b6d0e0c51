"""Waiting for the end, in the thread where signals are handled."""

import signal
import time
from threading import Event, Thread, Timer, get_ident

from flextime_local.waiting import wait_for

_MOMENT_S = 0.1
_PATIENCE_S = 30.0


def test_a_signal_that_another_thread_receives_ends_the_wait() -> None:
    heard, given_up = Event(), Event()

    def hear(*_: object) -> None:
        heard.set()

    def give_up() -> None:
        given_up.set()
        heard.set()

    def receive() -> None:
        time.sleep(_MOMENT_S)  # until the main thread sleeps
        signal.pthread_kill(get_ident(), signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, hear)
    guard = Timer(_PATIENCE_S, give_up)
    other = Thread(target=receive)
    guard.start()
    other.start()
    try:
        wait_for(heard)
    finally:
        guard.cancel()
        other.join()
        signal.signal(signal.SIGUSR1, before)

    assert not given_up.is_set()
