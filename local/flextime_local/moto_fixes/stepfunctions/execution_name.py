"""StartExecution without a name gets one, and a name is taken once, as on AWS."""

from collections.abc import Callable
from threading import Lock
from uuid import uuid4

from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_LOCK = Lock()
"""moto looks a name up and adds its execution in two steps."""


def _with_generated_name(
    original: Callable[..., Execution],
) -> Callable[..., Execution]:
    def start_execution(
        backend: StepFunctionsParserBackend,
        state_machine_arn: str,
        name: str | None = None,
        *arguments: Untyped,
        **named: Untyped,
    ) -> Execution:
        given = name or str(uuid4())
        with _LOCK:
            return original(backend, state_machine_arn, given, *arguments, **named)

    return start_execution


EXECUTION_NAME = Fix(
    gap="the second StartExecution without a name is refused",
    patches=(
        Patch(StepFunctionsParserBackend, "start_execution", _with_generated_name),
    ),
)
