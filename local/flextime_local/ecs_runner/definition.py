"""A task definition as the template gives it, with its command on this machine."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from flextime_local.deploy.deployment import Deployment
from flextime_local.deploy.package import TemplateError
from flextime_local.deploy.resources.workflows import TaskDefinition

_DEFAULT_STOP_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class LocalTaskDefinition:
    """What a task runs on this machine."""

    arn: str
    family: str
    container_name: str
    command: tuple[str, ...]
    warm_up: tuple[str, ...]
    """What is run once when the stack starts; tasks are not held up for it here."""
    environment: dict[str, str]
    stop_timeout_s: float


def task_definitions_of(deployment: Deployment) -> dict[str, LocalTaskDefinition]:
    """Return the task definitions of a deployment by ARN."""
    definitions = map(_definition, deployment.all_of(TaskDefinition))
    return {definition.arn: definition for definition in definitions}


def _definition(resource: TaskDefinition) -> LocalTaskDefinition:
    local = resource.metadata.get("FlexTime", {})
    command = local.get("LocalCommand")
    containers = resource.properties["ContainerDefinitions"]
    if not command or len(containers) != 1:
        raise TemplateError(
            f"task definition {resource.family} needs one container and "
            "`Metadata: {FlexTime: {LocalCommand: [...]}}` to run on this machine"
        )
    container = containers[0]
    return LocalTaskDefinition(
        arn=resource.arn,
        family=resource.family,
        container_name=container["Name"],
        command=_runnable(command),
        warm_up=_runnable(local.get("LocalWarmUp", ())),
        environment={
            entry["Name"]: str(entry["Value"])
            for entry in container.get("Environment", [])
        },
        stop_timeout_s=float(container.get("StopTimeout", _DEFAULT_STOP_TIMEOUT_S)),
    )


def _runnable(command: Iterable[object]) -> tuple[str, ...]:
    """Replace ``python`` by the interpreter of this process."""
    return tuple(sys.executable if word == "python" else str(word) for word in command)
