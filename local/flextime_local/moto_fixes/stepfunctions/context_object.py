"""Times in the context object are text, as in every payload.

moto puts a datetime into `$$.Execution.StartTime`, so that an execution whose
output holds it can no longer be described.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch


def as_timestamp(moment: datetime) -> str:
    milliseconds = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return milliseconds.replace("+00:00", "Z")


def _with_start_time_as_text(
    original: Callable[[ExecutionWorker], Environment],
) -> Callable[[ExecutionWorker], Environment]:
    def get_evaluation_environment(worker: ExecutionWorker) -> Environment:
        environment = original(worker)
        context: Untyped = environment.states.context_object.context_object_data
        start_time = context["Execution"]["StartTime"]
        if isinstance(start_time, datetime):
            context["Execution"]["StartTime"] = as_timestamp(start_time)
        return environment

    return get_evaluation_environment


CONTEXT_OBJECT = Fix(
    gap="$$.Execution.StartTime is a datetime and breaks DescribeExecution",
    patches=(
        Patch(ExecutionWorker, "_get_evaluation_environment", _with_start_time_as_text),
    ),
)
