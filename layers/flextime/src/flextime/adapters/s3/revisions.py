"""Immutable revisions of schedules."""

from flextime.adapters.s3.object_keys import revision_key
from flextime.adapters.s3.objects import Objects
from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.ids import ScheduleId, TenantId
from flextime.domain.schedules.games import Schedule
from flextime.serialization.attempt_documents import REVISION


class ObjectRevisions:
    """Each revision is one object that is written once."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        """Raise `AlreadyExists` if that number holds other games.

        Saving the same games once more changes nothing: a repeated step is no error.
        """
        key = revision_key(tenant, schedule, number)
        body = REVISION.write(value)
        if not self._objects.put_new(key, body) and self._objects.get(key) != body:
            raise AlreadyExists(f"revision {number} of {schedule} holds other games")

    def load(self, tenant: TenantId, schedule: ScheduleId, number: int) -> Schedule:
        body = self._objects.get(revision_key(tenant, schedule, number))
        if body is None:
            raise NotFound(f"schedule {schedule} has no revision {number}")
        return REVISION.read(body)
