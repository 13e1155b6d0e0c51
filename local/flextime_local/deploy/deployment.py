"""One deployment: the template and its nested stacks, created in moto."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from moto.cloudformation.models import (
    CloudFormationBackend,
    Stack,
    cloudformation_backends,
)
from moto.cloudformation.parsing import get_model_map
from moto.s3.models import s3_backends

from flextime_local.any_types import Untyped
from flextime_local.deploy.package import Packaging, TemplateError
from flextime_local.deploy.resources import Recorded
from flextime_local.names import ACCOUNT_ID, REGION

_ARTIFACTS: Final = "flextime-local-artifacts"


@dataclass(frozen=True, slots=True)
class Deployment:
    """The deployed stacks with their resources and outputs."""

    stacks: tuple[Stack, ...] = field(repr=False)

    def all_of[R: Recorded](self, kind: type[R]) -> list[R]:
        return [resource for resource in self.resources() if isinstance(resource, kind)]

    def resources(self) -> Iterator[Any]:
        for stack in self.stacks:
            for name in stack.resource_map:
                resource: Untyped = stack.resource_map[name]
                if resource is not None:
                    yield resource

    @property
    def outputs(self) -> dict[str, str]:
        root = self.stacks[0]
        return {
            entry["OutputKey"]: entry["OutputValue"] for entry in root.outputs or []
        }


def deploy(
    template: Path, parameters: dict[str, str], stack_name: str = "flextime"
) -> Deployment:
    backend = cloudformation_backends[ACCOUNT_ID][REGION]
    packaged = Packaging(_upload, parameters).package(template)
    _check_types(packaged, template)
    stack = backend.create_stack(
        name=stack_name, template=json.dumps(packaged), parameters=parameters
    )
    if stack.status != "CREATE_COMPLETE":
        raise TemplateError(f"{template}: the stack ended as {stack.status}")
    nested = [entry for entry in _stacks(backend) if entry is not stack]
    return Deployment((stack, *nested))


def _stacks(backend: CloudFormationBackend) -> list[Stack]:
    return list(backend.stacks.values())


def _upload(name: str, content: str) -> str:
    backend = s3_backends[ACCOUNT_ID]["aws"]
    if _ARTIFACTS not in backend.buckets:
        backend.create_bucket(_ARTIFACTS, REGION)
    packaged = json.loads(content)
    _check_types(packaged, Path(name))
    backend.put_object(_ARTIFACTS, name, content.encode())
    return f"https://s3.amazonaws.com/{_ARTIFACTS}/{name}"


def _check_types(template: dict[str, Any], path: Path) -> None:
    known = get_model_map()
    for name, resource in template["Resources"].items():
        if resource["Type"] not in known:
            raise TemplateError(
                f"{path}: {name} has the type {resource['Type']}, which the local "
                "stack does not know; implement it, or list it in deploy/resources/"
                "no_ops.py when it has no effect on one machine"
            )
