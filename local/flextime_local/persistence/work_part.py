"""Work that was accepted, and how far mappings have read their streams."""

from dataclasses import dataclass, field
from typing import ClassVar

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.events.durable_tasks import Work


@dataclass(slots=True)
class WorkPart:
    """Changes only by entries of its own, which others append."""

    name: ClassVar[str] = "work"
    owed: dict[str, Work] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)

    def changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> Untyped:
        return None

    def apply(self, changes: Untyped) -> None:
        kind, content = changes
        match kind:
            case "work-owed":
                self.owed[content.id] = content
            case "work-settled":
                self.owed.pop(content, None)
            case "stream-position":
                name, position = content
                self.positions[name] = position

    def everything(self) -> Untyped:
        return dict(self.owed), dict(self.positions)

    def restore(self, everything: Untyped) -> None:
        self.owed, self.positions = everything
