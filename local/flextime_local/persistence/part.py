"""A part of the stack's state: knows what changed, and how to bring it back."""

from typing import ClassVar, Protocol

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request


class Part(Protocol):
    name: ClassVar[str]

    def changes(self, request: Request | None) -> Untyped:
        """Return what changed since the last call, or nothing.

        `request` is the one about to be answered, or nothing when none is.
        """

    def apply(self, changes: Untyped) -> None:
        """Repeat changes of an earlier process."""

    def everything(self) -> Untyped: ...

    def restore(self, everything: Untyped) -> None: ...
