"""The files of one attempt, as the solver task sees them."""

from itertools import count

from flextime.adapters.s3.object_keys import (
    INCUMBENT_FILE,
    PARAMETERS_FILE,
    PROGRESS_FILE,
    RESULT_FILE,
    RunKeys,
    earlier_incumbent_file,
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
    """Each file is one object, replaced whole."""

    def __init__(
        self, objects: Objects, tenant: TenantId, run: RunId, attempt: AttemptId
    ) -> None:
        self._objects = objects
        self._keys = RunKeys(tenant, run)
        self._attempt = attempt

    def load(self) -> tuple[Instance, AttemptParameters]:
        """Raise `NotFound` when nobody prepared this attempt.

        Begins the attempt: what an interrupted try of it had found is set aside.
        """
        instance = self._read(self._keys.instance)
        parameters = self._read(self._key(PARAMETERS_FILE))
        self._set_aside_earlier_incumbent()
        return INSTANCE.read(instance), PARAMETERS.read(parameters)

    def stop_requested(self) -> bool:
        return self._objects.exists(self._keys.stop)

    def save_progress(self, progress: Progress) -> None:
        self._objects.put(self._key(PROGRESS_FILE), PROGRESS.write(progress))

    def save_incumbent(self, schedule: Schedule) -> None:
        self._objects.put(self._key(INCUMBENT_FILE), INCUMBENT.write(schedule))

    def save_result(self, result: AttemptResult) -> None:
        self._objects.put(self._key(RESULT_FILE), RESULT.write(result))

    def _set_aside_earlier_incumbent(self) -> None:
        earlier = self._objects.get(self._key(INCUMBENT_FILE))
        if earlier is None:
            return
        names = map(earlier_incumbent_file, count(1))
        # Loading twice sets the same incumbent aside twice: a copy harms nobody.
        next(name for name in names if self._objects.put_new(self._key(name), earlier))

    def _key(self, file: str) -> str:
        return self._keys.of_attempt(self._attempt, file)

    def _read(self, key: str) -> bytes:
        body = self._objects.get(key)
        if body is None:
            raise NotFound(f"there is no {key}")
        return body
