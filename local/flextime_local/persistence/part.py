"""A part of the stack's state: writes what changed, and brings it back."""

from typing import Protocol

from flextime_local.aws_endpoint.message import Request


class Part(Protocol):
    """The state of one service of moto, which keeps it in memory."""

    def save_changes(self, request: Request | None) -> None:
        """Write what changed since the last call, within the caller's transaction.

        `request` is the one about to be answered, or None when none is.
        """

    def restore(self) -> None:
        """Bring back what an earlier process has written."""
