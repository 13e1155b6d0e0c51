"""Revisions are written before the schedule that points to them."""

from flextime.domain.errors import AlreadyExists, Conflict
from flextime.domain.ids import TenantId
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.ports import Revisions

_TRIES = 20


def record_revision(
    revisions: Revisions, tenant: TenantId, schedule: SeasonSchedule
) -> int:
    """Keep the games as the next revision; its number.

    A number may be taken by somebody who then failed to commit: it is left out.
    """
    for number in range(schedule.revision + 1, schedule.revision + 1 + _TRIES):
        try:
            revisions.save(tenant, schedule.id, number, schedule.to_schedule())
        except AlreadyExists:
            continue
        return number
    raise Conflict(f"too many people change schedule {schedule.id} at once")
