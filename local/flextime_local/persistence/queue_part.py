"""Messages in the queues; what was in flight is visible again after a restart."""

from dataclasses import dataclass, field

from moto.sqs.models import Message, SQSBackend

from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.kept_values import KeptValues


@dataclass(frozen=True, slots=True)
class QueuePart:
    """Keeps the messages of SQS, by queue and id."""

    backend: SQSBackend
    values: KeptValues
    _seen: dict[str, set[str]] = field(default_factory=dict)
    """Ids of the messages that are on disk, by queue."""

    def save_changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> None:
        """Write the messages that have arrived, and remove those that have gone."""
        for name, queue in self.backend.queues.items():
            seen = self._seen.setdefault(name, set())
            messages = {message.id: message for message in queue._messages}  # noqa: SLF001 - moto shows only visible ones
            if messages.keys() == seen:
                continue
            for one in seen - messages.keys():
                self.values.delete(f"{name}/{one}")
            for one, message in messages.items():
                if one not in seen:
                    self.values.put(f"{name}/{one}", vars(message))
            self._seen[name] = set(messages)

    def restore(self) -> None:
        """Put every message back; a queue that is gone keeps its own on disk."""
        for key, content, _ in self.values.all():
            name, _, _ = key.rpartition("/")
            queue = self.backend.queues.get(name)
            if queue is None:
                continue
            message = Message(content["id"], content["body"])
            vars(message).update(content)
            message.visible_at = 0.0
            queue._messages.append(message)  # noqa: SLF001 - moto has no other way
            self._seen.setdefault(name, set()).add(message.id)
