"""The files of one attempt, as the solver task sees them."""

from flextime.adapters.object_keys import (
    INCUMBENT_FILE,
    PARAMETERS_FILE,
    PROGRESS_FILE,
    RESULT_FILE,
    RunKeys,
)
from flextime.adapters.objects import Objects
from flextime.documents.attempt_documents import (
    INCUMBENT,
    INSTANCE,
    PARAMETERS,
    PROGRESS,
    RESULT,
)
from flextime.domain.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.errors import NotFound
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.schedule import Schedule


class ObjectAttemptFiles:
    """Each file is one object, replaced whole."""

    def __init__(
        self, objects: Objects, tenant: TenantId, run: RunId, attempt: AttemptId
    ) -> None:
        self._objects = objects
        self._keys = RunKeys(tenant, run)
        self._attempt = attempt

    def load(self) -> tuple[Instance, AttemptParameters]:
        """Raise `NotFound` when nobody prepared this attempt."""
        instance = self._read(self._keys.instance)
        parameters = self._read(self._key(PARAMETERS_FILE))
        return INSTANCE.read(instance), PARAMETERS.read(parameters)

    def stop_requested(self) -> bool:
        return self._objects.exists(self._keys.stop)

    def save_progress(self, progress: Progress) -> None:
        self._objects.put(self._key(PROGRESS_FILE), PROGRESS.write(progress))

    def save_incumbent(self, schedule: Schedule) -> None:
        self._objects.put(self._key(INCUMBENT_FILE), INCUMBENT.write(schedule))

    def save_result(self, result: AttemptResult) -> None:
        self._objects.put(self._key(RESULT_FILE), RESULT.write(result))

    def _key(self, file: str) -> str:
        return self._keys.of_attempt(self._attempt, file)

    def _read(self, key: str) -> bytes:
        body = self._objects.get(key)
        if body is None:
            raise NotFound(f"there is no {key}")
        return body
