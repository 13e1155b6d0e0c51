"""The processes of one function, one for each concurrent invocation up to a limit."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from flextime_local.any_types import Json
from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.lambda_runner.process import FunctionProcess, Response
from flextime_local.lambda_runner.source_changes import SourceChanges

# Lambda would start a hundred; on one machine waiting for a warm one is faster.
_MAX_PROCESSES = 2 * (os.cpu_count() or 1)

type Start = Callable[[FunctionDefinition], FunctionProcess]


@dataclass(frozen=True, slots=True)
class Idle:
    """A warm process that waits for an invocation."""

    version: int
    """Of the sources that it has imported."""
    process: FunctionProcess
    since_s: float


@dataclass(slots=True)
class FunctionPool:
    """Warm processes, restarted when a source file changes."""

    definition: FunctionDefinition
    start: Start
    source_check_interval_s: float
    _idle: list[Idle] = field(default_factory=list)
    _is_closed: bool = False
    _lock: Lock = field(default_factory=Lock)
    _places: BoundedSemaphore = field(
        default_factory=lambda: BoundedSemaphore(_MAX_PROCESSES)
    )
    _sources: SourceChanges = field(init=False)

    def __post_init__(self) -> None:
        self._sources = SourceChanges(
            self.definition.code, self.source_check_interval_s
        )

    def invoke(self, event: Json) -> Response:
        """Invoke the function in a warm process, or a new one."""
        with self._places:
            version, process = self._take()
            response = process.invoke(event)
            self._give_back(version, process)
            return response

    def warm_up(self) -> None:
        """Start one process, so that the first caller does not wait for imports."""
        with self._places:
            version, process = self._take()
            process.initialise()
            self._give_back(version, process)

    def close(self) -> None:
        """End all idle processes; busy ones are ended when they return."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for one in idle:
            one.process.kill()

    def end_idle(self, longer_than_s: float) -> None:
        """End processes that have been idle for longer, except for the last used."""
        oldest_s = time.monotonic() - longer_than_s
        with self._lock:
            old = [one for one in self._idle[:-1] if one.since_s < oldest_s]
            self._idle = [one for one in self._idle if one not in old]
        for one in old:
            one.process.kill()

    def _take(self) -> tuple[int, FunctionProcess]:
        with self._lock:
            version = self._sources.fingerprint()
            while self._idle:
                idle = self._idle.pop()
                if idle.version == version and idle.process.is_alive:
                    return version, idle.process
                idle.process.kill()
        return version, self.start(self.definition)

    def _give_back(self, version: int, process: FunctionProcess) -> None:
        with self._lock:
            if process.is_alive and not self._is_closed:
                self._idle.append(Idle(version, process, time.monotonic()))
                return
        process.kill()  # also closes what is left of a dead one
