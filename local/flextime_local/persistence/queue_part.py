"""Messages in the queues; what was in flight is visible again after a restart."""

from dataclasses import dataclass, field
from typing import ClassVar

from moto.sqs.models import Message, SQSBackend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request


@dataclass(slots=True)
class QueuePart:
    name: ClassVar[str] = "queues"
    backend: SQSBackend
    _seen: dict[str, set[str]] = field(default_factory=dict)

    def changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> Untyped:
        changes = []
        for name, queue in self.backend.queues.items():
            seen = self._seen.setdefault(name, set())
            messages = {message.id: message for message in queue._messages}  # noqa: SLF001 - moto shows only visible ones
            if messages.keys() == seen:
                continue
            arrived = [messages[one] for one in messages.keys() - seen]
            changes.append((name, arrived, seen - messages.keys()))
            self._seen[name] = set(messages)
        return changes or None

    def apply(self, changes: Untyped) -> None:
        for name, arrived, gone in changes:
            self._replace(name, gone, arrived)

    def everything(self) -> Untyped:
        return {
            name: list(queue._messages)  # noqa: SLF001 - moto shows only visible ones
            for name, queue in self.backend.queues.items()
        }

    def restore(self, everything: Untyped) -> None:
        for name, messages in everything.items():
            self._replace(name, set(), messages)

    def _replace(self, name: str, gone: set[str], arrived: list[Message]) -> None:
        queue = self.backend.queues.get(name)
        if queue is None:
            return  # the template has no such queue any more
        for message in arrived:
            message.visible_at = 0.0
        kept = [one for one in queue._messages if one.id not in gone]  # noqa: SLF001 - moto has no other way
        queue._messages = sorted(  # noqa: SLF001 - moto has no other way
            [*kept, *arrived], key=lambda message: message.sent_timestamp or 0
        )
        self._seen[name] = {message.id for message in queue._messages}  # noqa: SLF001 - moto has no other way
