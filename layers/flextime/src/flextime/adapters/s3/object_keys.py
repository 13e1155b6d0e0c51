"""Keys of the objects in the bucket; docs/architecture.md shows the tree."""

from flextime.domain.ids import AttemptId, RunId, ScheduleId, TenantId


def revision_key(tenant: TenantId, schedule: ScheduleId, number: int) -> str:
    """Return the key of a revision; raise `ValueError` for an id with a slash."""
    return _path(
        "tenants", tenant, "schedules", schedule, "revisions", f"{number}.json"
    )


class RunKeys:
    """The keys of the files of one run.

    Raises
    ------
    ValueError
        An id is empty or contains a slash.
    """

    def __init__(self, tenant: TenantId, run: RunId) -> None:
        self._root = _path("tenants", tenant, "runs", run)

    @property
    def instance(self) -> str:
        """The instance, which all attempts read."""
        return f"{self._root}/instance.json"

    @property
    def stop(self) -> str:
        """The object whose existence asks all attempts to stop."""
        return f"{self._root}/stop.json"

    @property
    def attempts(self) -> str:
        """The prefix of the keys of all attempts."""
        return f"{self._root}/attempts/"

    def of_attempt(self, attempt: AttemptId, file: str) -> str:
        """Return the key of a file of one attempt."""
        return self.attempts + _path(attempt, file)


PARAMETERS_FILE = "parameters.json"
PROGRESS_FILE = "progress.json"
INCUMBENT_FILE = "incumbent.json"
RESULT_FILE = "result.json"

_INTERRUPTED = "incumbent-before-"


def interrupted_incumbent_file(number: int) -> str:
    """Return the name of the incumbent of the attempt's n-th interrupted execution."""
    return f"{_INTERRUPTED}{number}.json"


def is_interrupted_incumbent(file: str) -> bool:
    """Whether a file is the incumbent of an interrupted execution."""
    return file.startswith(_INTERRUPTED)


def is_incumbent(file: str) -> bool:
    """Whether a file is an incumbent, of this or of an interrupted execution."""
    return file.startswith("incumbent")


def _path(*steps: str) -> str:
    # An id with a slash in it would lead to another tenant's objects.
    for step in steps:
        if not step or "/" in step:
            raise ValueError(f"{step!r} cannot be a step of an object's key")
    return "/".join(steps)
