"""A task of `ecs:runTask.sync` that ends badly fails, and none outlives its state.

moto takes any stopped task for a success, and leaves a task running when its state
times out or its execution is stopped. On AWS a non-zero exit code, or a task that
never started, is States.TaskFailed, and Step Functions stops the task.
"""

from collections.abc import Callable
from typing import Any

from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import (
    FailureEvent,
    FailureEventException,
)
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import (  # noqa: E501 - moto's module name
    StatesErrorName,
)
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import (  # noqa: E501 - moto's module name
    StatesErrorNameType,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_ecs as ecs,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.utils.boto_client import boto_client_for
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_STOPPED_REASON = "Stopped by AWS Step Functions: the state has ended"


def _ended_well(task: dict[str, Any]) -> bool:
    exit_codes = [container.get("ExitCode") for container in task["Containers"]]
    return bool(exit_codes) and all(code == 0 for code in exit_codes)


def _failure(service: Untyped, env: Environment, task: dict[str, Any]) -> Exception:
    error = StatesErrorNameType.StatesTaskFailed
    details = TaskFailedEventDetails(
        error=error.to_name(),
        cause=to_json_str(task),
        resource=service._get_sfn_resource(),  # noqa: SLF001 - a fix
        resourceType=service._get_sfn_resource_type(),  # noqa: SLF001 - a fix
    )
    return FailureEventException(
        failure_event=FailureEvent(
            env=env,
            error_name=StatesErrorName(typ=error),
            event_type=HistoryEventType.TaskFailed,
            event_details=EventDetails(taskFailedEventDetails=details),  # type: ignore[typeddict-item] # moto too gives one of them
        )
    )


def _checking_exit_codes(
    original: Callable[..., Callable[[], Any]],
) -> Callable[..., Callable[[], Any]]:
    def build_sync_resolver(
        service: Untyped, env: Environment, **arguments: Untyped
    ) -> Callable[[], Any]:
        resolve = original(service, env=env, **arguments)

        def sync_resolver() -> dict[str, Any] | None:
            task: dict[str, Any] | None = resolve()
            if task is not None and not _ended_well(task):
                raise _failure(service, env, task)
            return task

        return sync_resolver

    return build_sync_resolver


def _stopping_what_it_started(
    original: Callable[..., None],
) -> Callable[..., None]:
    def eval_integration_pattern(
        service: Untyped,
        env: Environment,
        resource_runtime_part: Untyped,
        **arguments: Untyped,
    ) -> None:
        submitted = env.stack[-1]["Tasks"][0]
        try:
            original(
                service,
                env=env,
                resource_runtime_part=resource_runtime_part,
                **arguments,
            )
        finally:
            if not env.is_running():  # the state or the execution has ended first
                client: Untyped = boto_client_for(resource_runtime_part.region, "ecs")
                client.stop_task(
                    cluster=submitted["ClusterArn"],
                    task=submitted["TaskArn"],
                    reason=_STOPPED_REASON,
                )

    return eval_integration_pattern


ECS_OUTCOME = Fix(
    gap="a crashed ECS task counts as a success and a timed-out one keeps running",
    patches=(
        Patch(ecs.StateTaskServiceEcs, "_build_sync_resolver", _checking_exit_codes),
        Patch(
            ecs.StateTaskServiceEcs,
            "_eval_integration_pattern",
            _stopping_what_it_started,
        ),
    ),
)
