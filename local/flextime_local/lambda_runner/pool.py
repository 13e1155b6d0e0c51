"""The processes of one function: as many as invocations at once, up to a limit."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.lambda_runner.process import Answer, FunctionProcess
from flextime_local.lambda_runner.source_changes import SourceChanges
from flextime_local.untyped import Json

# Lambda would start a hundred; on one machine waiting for a warm one is faster.
_MOST_AT_ONCE = 2 * (os.cpu_count() or 1)

type Start = Callable[[FunctionDefinition], FunctionProcess]


@dataclass(slots=True)
class FunctionPool:
    definition: FunctionDefinition
    start: Start
    _idle: list[tuple[int, FunctionProcess]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)
    _places: BoundedSemaphore = field(
        default_factory=lambda: BoundedSemaphore(_MOST_AT_ONCE)
    )
    _sources: SourceChanges = field(init=False)

    def __post_init__(self) -> None:
        self._sources = SourceChanges(self.definition.code)

    def invoke(self, event: Json) -> Answer:
        with self._places:
            version, process = self._take()
            answer = process.invoke(event)
            self._give_back(version, process)
            return answer

    def warm_up(self) -> None:
        """Start one process, so that the first caller does not wait for imports."""
        with self._places:
            version, process = self._take()
            process.initialise()
            self._give_back(version, process)

    def _take(self) -> tuple[int, FunctionProcess]:
        with self._lock:
            version = self._sources.fingerprint()
            while self._idle:
                idle_version, process = self._idle.pop()
                if idle_version == version and process.is_alive:
                    return version, process
                process.kill()
        return version, self.start(self.definition)

    def _give_back(self, version: int, process: FunctionProcess) -> None:
        if not process.is_alive:
            process.kill()  # closes what is left of it
            return
        with self._lock:
            self._idle.append((version, process))
