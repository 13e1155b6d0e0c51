"""JSON documents of a run's files: instance, parameters, progress and result.

FlexTime writes these files for itself. A file that cannot be read is therefore a defect
or an incomplete write, and raises `pydantic.ValidationError` instead of `InvalidInput`.
"""

from pydantic import TypeAdapter

from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    Instance,
    Progress,
)
from flextime.domain.schedules.games import Schedule


class JsonCodec[T]:
    """Reader and writer of one type as JSON; a value reads back equal."""

    def __init__(self, kind: type[T]) -> None:
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def read(self, text: bytes) -> T:
        """Return a value from JSON; raise `pydantic.ValidationError` if invalid."""
        return self._adapter.validate_json(text)

    def write(self, value: T) -> bytes:
        """Return a value as JSON text without fields that are None."""
        return self._adapter.dump_json(value, exclude_none=True)


INSTANCE = JsonCodec(Instance)
PARAMETERS = JsonCodec(AttemptParameters)
PROGRESS = JsonCodec(Progress)
INCUMBENT = JsonCodec(Schedule)
RESULT = JsonCodec(AttemptResult)
REVISION = JsonCodec(Schedule)
