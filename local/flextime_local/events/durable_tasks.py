"""A durable task queue: tasks that were accepted, retried until done or given up.

Acceptance is acknowledged, so a task is recorded first and resumed after a restart.
A task can be executed twice but never lost: at-least-once, as on AWS.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock, Timer
from typing import Any, Protocol
from uuid import uuid4

_log = logging.getLogger(__name__)
_THREADS = 8


@dataclass(frozen=True, slots=True)
class Work:
    """A task: its kind and its content."""

    kind: str
    content: dict[str, Any]
    id: str = field(default_factory=lambda: uuid4().hex)


class Worker(Protocol):
    """Executes tasks of one kind."""

    def do(self, work: Work) -> None:
        """Execute a task; any exception has it retried."""

    def retry_after_s(self, work: Work, failures: int) -> float | None:
        """Return the seconds until the next attempt, or None to give up."""

    def give_up(self, work: Work, error: Exception) -> None:
        """Handle a task that is not retried any more."""


type Record = Callable[[str, Any], None]


@dataclass(slots=True)
class DurableTasks:
    """Queue and thread pool of all kinds of tasks."""

    record: Record
    _workers: dict[str, Worker] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _timers: set[Timer] = field(default_factory=set)
    _is_stopping: bool = False
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_THREADS, "durable-tasks")
    )

    def register(self, kind: str, worker: Worker) -> None:
        """Register the worker of a kind."""
        self._workers[kind] = worker

    def enqueue(self, work: Work) -> None:
        """Record a task and execute it in the background."""
        self.record("work-owed", work)
        self._submit(work, 0)

    def restore(self, work: list[Work]) -> None:
        """Resume tasks that an earlier process had accepted."""
        for one in work:
            self._submit(one, 0)

    def stop(self) -> None:
        """Stop; what is not done is resumed at the next start."""
        with self._lock:
            self._is_stopping = True
            timers = list(self._timers)
        for timer in timers:
            timer.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _submit(self, work: Work, failures: int) -> None:
        with self._lock:
            if not self._is_stopping:
                self._threads.submit(self._try, work, failures)

    def _try(self, work: Work, failures: int) -> None:
        worker = self._workers[work.kind]
        try:
            worker.do(work)
        except Exception as error:  # noqa: BLE001 - tried again, given up in the end
            if self._is_stopping:
                return  # taken up again at the next start
            self._failed(worker, work, failures + 1, error)
        else:
            self._complete(work)

    def _failed(
        self, worker: Worker, work: Work, failures: int, error: Exception
    ) -> None:
        delay_s = worker.retry_after_s(work, failures)
        _log.warning("%s failed (%d): %s", work.kind, failures, error)
        if delay_s is not None:
            self._later(delay_s, work, failures)
            return
        try:
            worker.give_up(work, error)
        except Exception:  # noqa: BLE001 - logged; nobody is left to tell
            _log.exception("%s could not even be given up: %s", work.kind, work.content)
        self._complete(work)

    def _later(self, delay_s: float, work: Work, failures: int) -> None:
        def again() -> None:
            self._timers.discard(timer)
            self._submit(work, failures)

        timer = Timer(delay_s, again)
        timer.daemon = True
        self._timers.add(timer)
        timer.start()

    def _complete(self, work: Work) -> None:
        self.record("work-settled", work.id)
