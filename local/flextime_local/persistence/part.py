"""A part of the stack's state: knows what changed, and how to bring it back."""

from typing import Any, Protocol

from flextime_local.aws_endpoint.message import Request


class Part(Protocol):
    name: str

    def changes(self, request: Request | None) -> Any:
        """Return what changed since the last call, or nothing.

        `request` is the one about to be answered, or nothing when none is.
        """

    def apply(self, changes: Any) -> None:
        """Repeat changes of an earlier process."""

    def everything(self) -> Any: ...

    def restore(self, everything: Any) -> None: ...
