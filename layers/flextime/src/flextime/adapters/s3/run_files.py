"""The files of a run, as the workflow and the API use them."""

import logging
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from flextime.adapters.s3.object_keys import (
    INCUMBENT_FILE,
    PARAMETERS_FILE,
    PROGRESS_FILE,
    RESULT_FILE,
    RunKeys,
    is_incumbent,
)
from flextime.adapters.s3.objects import Objects
from flextime.domain.errors import NotFound
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedules.games import Schedule
from flextime.serialization.attempt_documents import (
    INCUMBENT,
    INSTANCE,
    PARAMETERS,
    PROGRESS,
    RESULT,
    JsonCodec,
)

_LOG = logging.getLogger(__name__)


class ObjectRunFileStore:
    """A `RunFileStore` whose files are objects.

    Parameters
    ----------
    objects
        Where the objects are.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    def files(self, tenant: TenantId, run: RunId) -> "ObjectRunFiles":
        """Return the files of one run, which need not exist yet."""
        return ObjectRunFiles(self._objects, RunKeys(tenant, run))


class ObjectRunFiles:
    """The `RunFiles` of one run; unreadable files of attempts are ignored.

    Parameters
    ----------
    objects
        Where the objects are.
    keys
        The keys of the run.
    """

    def __init__(self, objects: Objects, keys: RunKeys) -> None:
        self._objects = objects
        self._keys = keys

    def save_instance(
        self, instance: Instance, parameters: Sequence[AttemptParameters]
    ) -> None:
        """Write the parameters of each attempt, then the instance."""
        for each in parameters:
            key = self._keys.of_attempt(each.attempt, PARAMETERS_FILE)
            self._objects.put(key, PARAMETERS.write(each))
        self._objects.put(self._keys.instance, INSTANCE.write(instance))

    def instance(self) -> Instance:
        """Read the instance; raise `NotFound` if the run was never prepared."""
        body = self._objects.get(self._keys.instance)
        if body is None:
            raise NotFound(f"there is no {self._keys.instance}")
        return INSTANCE.read(body)

    def progress(self) -> tuple[Progress, ...]:
        """Read the latest progress of each attempt that has reported any."""
        found = (
            self._read(attempt, PROGRESS_FILE, PROGRESS)
            for attempt, files in self._attempts()
            if PROGRESS_FILE in files
        )
        return tuple(progress for progress in found if progress is not None)

    def results(self) -> tuple[AttemptResult | tuple[AttemptId, Schedule], ...]:
        """Read the result of each attempt, and incumbents of interrupted executions."""
        return tuple(
            output
            for attempt, files in self._attempts()
            for output in self._outputs(attempt, files)
        )

    def request_stop(self) -> None:
        """Ask all attempts to stop and to record their incumbent."""
        self._objects.put(self._keys.stop, b"{}")

    def _outputs(
        self, attempt: AttemptId, files: set[str]
    ) -> Iterator[AttemptResult | tuple[AttemptId, Schedule]]:
        result = None
        if RESULT_FILE in files:
            result = self._read(attempt, RESULT_FILE, RESULT)
        if result is not None:
            yield result
        for file in sorted(filter(is_incumbent, files)):
            if file == INCUMBENT_FILE and result is not None:
                continue  # the result has this schedule or a better one
            incumbent = self._read(attempt, file, INCUMBENT)
            if incumbent is not None:
                yield attempt, incumbent

    def _read[T](
        self, attempt: AttemptId, file: str, document: JsonCodec[T]
    ) -> T | None:
        key = self._keys.of_attempt(attempt, file)
        body = self._objects.get(key)
        if body is None:
            return None
        try:
            return document.read(body)
        except ValidationError:
            _LOG.warning("%s is unreadable and ignored", key, exc_info=True)
            return None

    def _attempts(self) -> Iterator[tuple[AttemptId, set[str]]]:
        """Each attempt with the names of its files, in order of its number."""
        files: dict[str, set[str]] = {}
        for key in self._objects.keys(self._keys.attempts):
            attempt, _, file = key.removeprefix(self._keys.attempts).partition("/")
            files.setdefault(attempt, set()).add(file)
        for attempt in sorted(files, key=lambda number: (len(number), number)):
            yield AttemptId(attempt), files[attempt]
