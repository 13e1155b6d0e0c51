"""Threads for everything that no request drives, one for each mapping and clock."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

_log = logging.getLogger(__name__)
_LOOKED_EVERY_S = 0.1
_AFTER_ERROR_S = 1.0

type RunOnce = Callable[[], bool]
"""Handles what is there; false when there was nothing."""


@dataclass(slots=True)
class Poller:
    """Starts threads and stops them together."""

    stopping: Event
    _threads: list[Thread] = field(default_factory=list)

    def keep(self, name: str, run_once: RunOnce) -> None:
        """Call `run_once` in a loop, with a pause when it found nothing."""
        self.start(name, lambda: self._loop(name, run_once))

    def start(self, name: str, run: Callable[[], None]) -> None:
        """Run a function in a thread of its own."""
        thread = Thread(target=run, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _loop(self, name: str, run_once: RunOnce) -> None:
        while not self.stopping.is_set():
            try:
                found_something = run_once()
            except Exception:  # noqa: BLE001 - logged; the pump must not stand still
                if self.stopping.is_set():
                    return
                _log.exception("%s stumbled and goes on", name)
                self.stopping.wait(_AFTER_ERROR_S)
                continue
            if not found_something:
                self.stopping.wait(_LOOKED_EVERY_S)

    def stop(self, timeout_s: float) -> None:
        """Stop all threads, waiting at most `timeout_s` for each."""
        self.stopping.set()
        for thread in self._threads:
            thread.join(timeout_s)
