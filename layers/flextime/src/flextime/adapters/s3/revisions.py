"""Immutable revisions of the games of schedules."""

from flextime.adapters.s3.object_keys import revision_key
from flextime.adapters.s3.objects import Objects
from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.ids import ScheduleId, TenantId
from flextime.domain.schedules.games import Schedule
from flextime.serialization.attempt_documents import REVISION


class ObjectRevisions:
    """A `Revisions` with one object for each revision, written once.

    Parameters
    ----------
    objects
        Where the objects are.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        """Write a revision; writing the same games again has no effect.

        Raises
        ------
        AlreadyExists
            The revision exists with other games.
        """
        key = revision_key(tenant, schedule, number)
        body = REVISION.write(value)
        if not self._objects.put_new(key, body) and self._objects.get(key) != body:
            raise AlreadyExists(f"revision {number} of {schedule} holds other games")

    def load(self, tenant: TenantId, schedule: ScheduleId, number: int) -> Schedule:
        """Read a revision; raise `NotFound` if there is none of that number."""
        body = self._objects.get(revision_key(tenant, schedule, number))
        if body is None:
            raise NotFound(f"schedule {schedule} has no revision {number}")
        return REVISION.read(body)
