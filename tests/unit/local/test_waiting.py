"""Waiting for the end, in the thread where signals are handled."""

import signal
from pathlib import Path
from threading import Event, Thread, Timer, get_ident, main_thread

from flextime_local.waiting import wait_for

_PATIENCE_S = 30.0


def main_thread_sleeps() -> bool:
    """Whether the kernel shows the main thread as sleeping (state S)."""
    thread = main_thread().native_id
    status = Path(f"/proc/self/task/{thread}/stat").read_text("ascii")
    return status.rpartition(")")[2].split()[0] == "S"


def test_a_signal_that_another_thread_receives_ends_the_wait() -> None:
    heard, given_up = Event(), Event()

    def hear(*_: object) -> None:
        heard.set()

    def give_up() -> None:
        given_up.set()
        heard.set()

    def receive() -> None:
        while not main_thread_sleeps():
            pass
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
