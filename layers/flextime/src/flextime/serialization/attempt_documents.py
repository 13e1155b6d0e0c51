"""JSON documents of a run's files: what is solved, how, how far, and what came of it.

FlexTime writes them for itself, so a fault in one is a fault of ours or a torn file:
`pydantic.ValidationError`, not `InvalidInput`.
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
    """How values of one type are written, and read again equal."""

    def __init__(self, kind: type[T]) -> None:
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def read(self, text: bytes) -> T:
        return self._adapter.validate_json(text)

    def write(self, value: T) -> bytes:
        return self._adapter.dump_json(value, exclude_none=True)


INSTANCE = JsonCodec(Instance)
PARAMETERS = JsonCodec(AttemptParameters)
PROGRESS = JsonCodec(Progress)
INCUMBENT = JsonCodec(Schedule)
RESULT = JsonCodec(AttemptResult)
REVISION = JsonCodec(Schedule)
