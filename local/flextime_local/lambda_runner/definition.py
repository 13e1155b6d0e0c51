"""A function as the template defines it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flextime_local.deploy.deployment import Deployment
from flextime_local.deploy.package import local_path_of
from flextime_local.deploy.resources.functions import (
    EventInvokeConfig,
    Function,
    LayerVersion,
)

_DEFAULT_TIMEOUT_S = 3
_DEFAULT_MEMORY_MB = 128
_DEFAULT_RETRIES = 2


@dataclass(frozen=True, slots=True)
class FunctionDefinition:
    """What is needed to run a function."""

    name: str
    label: str
    """The template's own word for it: names its log."""
    arn: str
    handler: str
    code: tuple[Path, ...]
    """Folders to import from: the function's own, then its layers'."""
    environment: dict[str, str]
    timeout_s: float
    memory_mb: int
    retries_when_asynchronous: int
    on_failure_arn: str | None
    """A destination (gets a record of what happened)."""
    dead_letter_arn: str | None
    """A dead-letter queue (gets the event)."""


def functions_of(deployment: Deployment) -> dict[str, FunctionDefinition]:
    """Return the functions of a deployment by name."""
    layers = {layer.arn: layer for layer in deployment.all_of(LayerVersion)}
    configured = {
        config.properties["FunctionName"]: config.properties
        for config in deployment.all_of(EventInvokeConfig)
    }
    definitions = [
        _definition(function, layers, configured.get(function.name, {}))
        for function in deployment.all_of(Function)
    ]
    return {definition.name: definition for definition in definitions}


def _definition(
    function: Function, layers: dict[str, LayerVersion], invoke: dict[str, Any]
) -> FunctionDefinition:
    properties = function.properties
    on_failure = invoke.get("DestinationConfig", {}).get("OnFailure", {})
    variables = properties.get("Environment", {}).get("Variables", {})
    return FunctionDefinition(
        name=function.name,
        label=function.logical_resource_id,
        arn=function.arn,
        handler=properties["Handler"],
        code=(
            local_path_of(properties["Code"]),
            *(_folder(layers[arn]) for arn in properties.get("Layers", [])),
        ),
        environment={name: str(value) for name, value in variables.items()},
        timeout_s=float(properties.get("Timeout", _DEFAULT_TIMEOUT_S)),
        memory_mb=int(properties.get("MemorySize", _DEFAULT_MEMORY_MB)),
        retries_when_asynchronous=int(
            invoke.get("MaximumRetryAttempts", _DEFAULT_RETRIES)
        ),
        on_failure_arn=on_failure.get("Destination"),
        dead_letter_arn=properties.get("DeadLetterConfig", {}).get("TargetArn"),
    )


def _folder(layer: LayerVersion) -> Path:
    content = local_path_of(layer.properties["Content"])
    packed = content / "python"  # as in a built layer
    return packed if packed.is_dir() else content
