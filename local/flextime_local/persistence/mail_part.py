"""Mails that were sent, for whoever looks what an office would have got."""

from dataclasses import dataclass
from typing import ClassVar

from moto.ses.models import SESBackend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request


@dataclass(slots=True)
class MailPart:
    name: ClassVar[str] = "mails"
    backend: SESBackend
    _seen: int = 0

    def changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> Untyped:
        new = self.backend.sent_messages[self._seen :]
        self._seen += len(new)
        return new or None

    def apply(self, changes: Untyped) -> None:
        self.backend.sent_messages.extend(changes)
        self.backend.sent_message_count += len(changes)
        self._seen = len(self.backend.sent_messages)

    def everything(self) -> Untyped:
        return list(self.backend.sent_messages)

    def restore(self, everything: Untyped) -> None:
        self.apply(everything)
