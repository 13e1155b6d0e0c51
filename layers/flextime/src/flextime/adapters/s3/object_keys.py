"""Where things are in the bucket; docs/architecture.md shows the tree."""

from flextime.domain.ids import AttemptId, RunId, ScheduleId, TenantId


def revision_key(tenant: TenantId, schedule: ScheduleId, number: int) -> str:
    return _path(
        "tenants", tenant, "schedules", schedule, "revisions", f"{number}.json"
    )


class RunKeys:
    """Keys of one run's files."""

    def __init__(self, tenant: TenantId, run: RunId) -> None:
        self._root = _path("tenants", tenant, "runs", run)

    @property
    def instance(self) -> str:
        return f"{self._root}/instance.json"

    @property
    def stop(self) -> str:
        return f"{self._root}/stop.json"

    @property
    def attempts(self) -> str:
        """What the keys of all attempts begin with."""
        return f"{self._root}/attempts/"

    def of_attempt(self, attempt: AttemptId, file: str) -> str:
        return self.attempts + _path(attempt, file)


PARAMETERS_FILE = "parameters.json"
PROGRESS_FILE = "progress.json"
INCUMBENT_FILE = "incumbent.json"
RESULT_FILE = "result.json"


_EARLIER = "incumbent-before-"


def earlier_incumbent_file(number: int) -> str:
    """What an earlier try of the same attempt had when it was interrupted."""
    return f"{_EARLIER}{number}.json"


def is_earlier_incumbent(file: str) -> bool:
    return file.startswith(_EARLIER)


def is_incumbent(file: str) -> bool:
    """Of this try or of an earlier one."""
    return file.startswith("incumbent")


def _path(*steps: str) -> str:
    # An id with a slash in it would reach into another conference's part.
    for step in steps:
        if not step or "/" in step:
            raise ValueError(f"{step!r} cannot be a step of an object's key")
    return "/".join(steps)
