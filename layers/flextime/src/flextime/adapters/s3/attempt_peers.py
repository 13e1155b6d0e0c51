"""The files of the other attempts of a run, as one attempt reads them."""

import logging
from collections.abc import Iterator

from pydantic import ValidationError

from flextime.adapters.s3.object_keys import (
    INCUMBENT_FILE,
    PROGRESS_FILE,
    RunKeys,
    is_interrupted_incumbent,
)
from flextime.adapters.s3.objects import Objects
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.schedules.games import Schedule
from flextime.serialization.attempt_documents import INCUMBENT, PROGRESS, JsonCodec

_LOG = logging.getLogger(__name__)


class ObjectAttemptPeers:
    """An `AttemptPeers` that reads objects and writes none.

    Parameters
    ----------
    objects
        Where the objects are.
    tenant, run, attempt
        The attempt that reads.
    """

    def __init__(
        self, objects: Objects, tenant: TenantId, run: RunId, attempt: AttemptId
    ) -> None:
        self._objects = objects
        self._keys = RunKeys(tenant, run)
        self._attempt = attempt
        self._seen: dict[str, bytes] = {}

    def interrupted_incumbents(self) -> tuple[Schedule, ...]:
        """Read the incumbents of interrupted executions of this same attempt."""
        found = (
            self._read(key, INCUMBENT)
            for attempt, file, key in self._files()
            if attempt == self._attempt and is_interrupted_incumbent(file)
        )
        return tuple(schedule for schedule in found if schedule is not None)

    def new_incumbents(self) -> tuple[tuple[AttemptId, Schedule], ...]:
        """Read the incumbents of other attempts that changed since the last call."""
        found = (
            (attempt, self._changed(key))
            for attempt, key in self._of_others(INCUMBENT_FILE)
        )
        return tuple(
            (attempt, schedule) for attempt, schedule in found if schedule is not None
        )

    def best_bound(self) -> float | None:
        """Return the highest lower bound, in points, that another has proven."""
        progress = (
            self._read(key, PROGRESS) for _, key in self._of_others(PROGRESS_FILE)
        )
        bounds = (each.bound for each in progress if each is not None)
        return max((bound for bound in bounds if bound is not None), default=None)

    def _of_others(self, name: str) -> Iterator[tuple[AttemptId, str]]:
        for attempt, file, key in self._files():
            if file == name and attempt != self._attempt:
                yield attempt, key

    def _files(self) -> Iterator[tuple[AttemptId, str, str]]:
        """Each file of each attempt: the attempt, the file's name, the object's key."""
        for key in self._objects.keys(self._keys.attempts):
            attempt, _, file = key.removeprefix(self._keys.attempts).partition("/")
            yield AttemptId(attempt), file, key

    def _changed(self, key: str) -> Schedule | None:
        body = self._objects.get(key)
        if body is None or self._seen.get(key) == body:
            return None
        self._seen[key] = body
        return _readable(key, body, INCUMBENT)

    def _read[T](self, key: str, document: JsonCodec[T]) -> T | None:
        body = self._objects.get(key)
        return None if body is None else _readable(key, body, document)


def _readable[T](key: str, body: bytes, document: JsonCodec[T]) -> T | None:
    try:
        return document.read(body)
    except ValidationError:
        _LOG.warning("%s is unreadable and ignored", key, exc_info=True)
        return None
