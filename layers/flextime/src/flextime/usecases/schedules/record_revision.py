"""Write the games of a schedule as an immutable revision."""

from itertools import count

from flextime.domain.errors import AlreadyExists, Conflict
from flextime.domain.ids import TenantId
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.ports import Revisions
from flextime.usecases.retry import Retry

_MAX_ATTEMPTS = 20


def record_revision(
    revisions: Revisions, retry: Retry, tenant: TenantId, schedule: SeasonSchedule
) -> int:
    """Write the games as the next free revision and return its number.

    The revision is written before the schedule that points to it. A number can be
    taken by a writer whose commit failed afterwards: it is skipped.

    Raises
    ------
    Conflict
        The next 20 numbers are taken.
    """
    numbers = count(schedule.revision + 1)

    def save_next() -> int:
        number = next(numbers)
        revisions.save(tenant, schedule.id, number, schedule.to_schedule())
        return number

    try:
        return retry.call(save_next, on=AlreadyExists, max_attempts=_MAX_ATTEMPTS)
    except AlreadyExists:
        raise Conflict(
            f"too many people change schedule {schedule.id} at once"
        ) from None
