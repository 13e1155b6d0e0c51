"""The files of one attempt, as its solver task uses them."""

from itertools import count

from flextime.adapters.s3.object_keys import (
    INCUMBENT_FILE,
    PARAMETERS_FILE,
    PROGRESS_FILE,
    RESULT_FILE,
    RunKeys,
    interrupted_incumbent_file,
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
)


class ObjectAttemptFiles:
    """An `AttemptFiles` whose files are objects, each replaced as a whole.

    Parameters
    ----------
    objects
        Where the objects are.
    tenant, run, attempt
        Whose files these are.
    """

    def __init__(
        self, objects: Objects, tenant: TenantId, run: RunId, attempt: AttemptId
    ) -> None:
        self._objects = objects
        self._keys = RunKeys(tenant, run)
        self._attempt = attempt

    def load(self) -> tuple[Instance, AttemptParameters]:
        """Begin the attempt and archive the incumbent of an interrupted execution.

        Raises
        ------
        NotFound
            The attempt was never prepared.
        """
        instance = self._read(self._keys.instance)
        parameters = self._read(self._key(PARAMETERS_FILE))
        self._archive_incumbent()
        return INSTANCE.read(instance), PARAMETERS.read(parameters)

    def stop_requested(self) -> bool:
        """Whether the run has been cancelled."""
        return self._objects.exists(self._keys.stop)

    def save_progress(self, progress: Progress) -> None:
        """Replace the attempt's progress."""
        self._objects.put(self._key(PROGRESS_FILE), PROGRESS.write(progress))

    def save_incumbent(self, schedule: Schedule) -> None:
        """Replace the attempt's best schedule so far."""
        self._objects.put(self._key(INCUMBENT_FILE), INCUMBENT.write(schedule))

    def save_result(self, result: AttemptResult) -> None:
        """Write the result with which the attempt ends."""
        self._objects.put(self._key(RESULT_FILE), RESULT.write(result))

    def _archive_incumbent(self) -> None:
        incumbent = self._objects.get(self._key(INCUMBENT_FILE))
        if incumbent is None:
            return
        files = map(interrupted_incumbent_file, count(1))
        # Loading twice archives the same incumbent twice, which does no harm.
        next(f for f in files if self._objects.put_new(self._key(f), incumbent))

    def _key(self, file: str) -> str:
        return self._keys.of_attempt(self._attempt, file)

    def _read(self, key: str) -> bytes:
        body = self._objects.get(key)
        if body is None:
            raise NotFound(f"there is no {key}")
        return body
