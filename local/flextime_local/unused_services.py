"""Services that the system does not use are not loaded.

moto's CloudFormation imports thirty services to know their resources; that is more
than half of the time until the stack is ready. What is listed here is replaced by
an empty package before moto is imported. A request to one of them fails.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

UNUSED: Final = frozenset(
    f"moto.{service}"
    for service in (
        "apigateway",
        "autoscaling",
        "awslambda",
        "batch",
        "datapipeline",
        "ec2",
        "ecr",
        "ecs",
        "efs",
        "elb",
        "elbv2",
        "emr",
        "iot",
        "kinesis",
        "rds",
        "redshift",
        "route53",
        "sagemaker",
    )
)


class _AnyName(type):
    """A class of which moto may read any attribute while it defines its own."""

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _AnyName(name, (), {})


class _EmptyModule(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _AnyName(name, (), {})


class _UnusedServices(MetaPathFinder, Loader):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the protocol's signature
        target: ModuleType | None = None,  # noqa: ARG002 - the protocol's signature
    ) -> ModuleSpec | None:
        service = ".".join(fullname.split(".")[:2])
        if service not in UNUSED:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _EmptyModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """An empty module has nothing to run."""


def leave_out_unused_services() -> None:
    """Take effect only where nothing of moto has been imported yet."""
    if "moto" not in sys.modules:
        sys.meta_path.insert(0, _UnusedServices())
