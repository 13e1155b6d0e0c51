"""Mails that were sent, for those who look what an office would have got."""

from dataclasses import dataclass
from typing import Any, Final

from moto.ses.models import (
    BulkTemplateMessage,
    Message,
    RawMessage,
    SESBackend,
    TemplateMessage,
)

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.kept_values import KeptValues

_KINDS: Final[dict[str, Any]] = {
    kind.__name__: kind
    for kind in (Message, RawMessage, TemplateMessage, BulkTemplateMessage)
}


@dataclass(slots=True)
class MailPart:
    """Keeps the mails of SES, by their number."""

    backend: SESBackend
    values: KeptValues
    _saved: int = 0

    def save_changes(
        self,
        request: Request | None,  # noqa: ARG002 - the protocol's
    ) -> None:
        """Write the mails that were sent since the last call."""
        for mail in self.backend.sent_messages[self._saved :]:
            content = {"kind": type(mail).__name__, "fields": vars(mail)}
            self.values.put(f"{self._saved:09d}", content)
            self._saved += 1

    def restore(self) -> None:
        """Put every mail back."""
        for _, content, _ in self.values.all():
            kind = _KINDS[content["kind"]]
            mail: Untyped = object.__new__(kind)
            mail.__dict__.update(content["fields"])
            self.backend.sent_messages.append(mail)
        self._saved = len(self.backend.sent_messages)
        self.backend.sent_message_count += self._saved
