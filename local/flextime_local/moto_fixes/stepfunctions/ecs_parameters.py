"""`ecs:runTask` speaks PascalCase in the state machine and camelCase in the SDK.

moto left the translation empty, so that every such task fails. It also leaves
datetimes in the result, which no later step can serialise; AWS gives epoch
milliseconds.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any

import botocore.session
from botocore.model import OperationModel
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_ecs,
)

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_EcsTask = state_task_service_ecs.StateTaskServiceEcs


@lru_cache(maxsize=16)
def _operation(method: str) -> OperationModel:
    name = "".join(word.title() for word in method.split("_"))
    return botocore.session.get_session().get_service_model("ecs").operation_model(name)


def _normalise_parameters(
    task: Untyped,
    parameters: dict[str, Any],
    boto_service_name: str | None = None,  # noqa: ARG001 - moto's signature
    service_action_name: str | None = None,
) -> None:
    method = task._get_boto_service_action(service_action_name)  # noqa: SLF001 - a fix
    task._to_boto_request(parameters, _operation(method).input_shape)  # noqa: SLF001 - moto's own


def _normalise_response(
    task: Untyped,
    response: Untyped,
    boto_service_name: str | None = None,  # noqa: ARG001 - moto's signature
    service_action_name: str | None = None,
) -> None:
    method = task._get_boto_service_action(service_action_name)  # noqa: SLF001 - a fix
    _times_as_numbers(response)
    task._from_boto_response(response, _operation(method).output_shape)  # noqa: SLF001 - moto's own


def _times_as_numbers(value: Untyped) -> None:
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, entry in list(entries):
        if isinstance(entry, datetime):
            value[key] = int(entry.timestamp() * 1000)
        else:
            _times_as_numbers(entry)


ECS_PARAMETERS = Fix(
    gap="ecs:runTask always fails: its parameters are never translated",
    patches=(
        Patch(_EcsTask, "_normalise_parameters", lambda _: _normalise_parameters),
        Patch(_EcsTask, "_normalise_response", lambda _: _normalise_response),
    ),
)
