"""The messages of a queue, read without removing them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from flextime_cli.command_errors import CommandError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import MessageTypeDef

_HIDDEN_S = 60
"""How long a message stays hidden from other readers if this process dies."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, its body, and the handle that deletes it."""

    id: str
    sent_at: datetime
    body: str
    handle: str

    @classmethod
    def of(cls, received: "MessageTypeDef") -> Self:
        """Return a message as boto3 received it."""
        sent_ms = int(received["Attributes"]["SentTimestamp"])
        return cls(
            id=received["MessageId"],
            sent_at=datetime.fromtimestamp(sent_ms / 1000, UTC),
            body=received["Body"],
            handle=received["ReceiptHandle"],
        )


class WaitingMessages:
    """The messages that wait in a queue.

    Parameters
    ----------
    name
        Name of the queue.
    endpoint_url
        AWS endpoint; None for that of the account.
    """

    def __init__(self, name: str, endpoint_url: str | None) -> None:
        self._client: SQSClient = boto3.client("sqs", endpoint_url=endpoint_url)
        self._url = self.url_of(name)

    def url_of(self, name: str) -> str:
        """Return the URL of a queue of the same account."""
        return self._client.get_queue_url(QueueName=name)["QueueUrl"]

    @contextmanager
    def received(self) -> Iterator[dict[str, Message]]:
        """Yield all messages by id, oldest first; they are visible again afterwards.

        Other readers do not see them within the block.
        """
        messages: dict[str, Message] = {}
        try:
            self._receive_into(messages)
            oldest_first = sorted(messages.values(), key=lambda m: (m.sent_at, m.id))
            yield {message.id: message for message in oldest_first}
        finally:
            for message in messages.values():
                self._show(message)

    @contextmanager
    def one(self, identifier: str) -> Iterator[Message]:
        """Yield one message; raise `CommandError` if the queue does not have it."""
        with self.received() as messages:
            if identifier not in messages:
                raise CommandError(f"no message {identifier} waits in the queue")
            yield messages[identifier]

    def delete(self, message: Message) -> None:
        """Remove a message for good."""
        self._client.delete_message(QueueUrl=self._url, ReceiptHandle=message.handle)

    def send_to(self, name: str, body: str) -> None:
        """Send a message to another queue."""
        self._client.send_message(QueueUrl=self.url_of(name), MessageBody=body)

    def _receive_into(self, messages: dict[str, Message]) -> None:
        while True:
            batch = self._client.receive_message(
                QueueUrl=self._url,
                MaxNumberOfMessages=10,
                VisibilityTimeout=_HIDDEN_S,
                WaitTimeSeconds=1,
                AttributeNames=["SentTimestamp"],
            ).get("Messages", [])
            new = {one["MessageId"]: Message.of(one) for one in batch}
            is_repeated = bool(new) and new.keys() <= messages.keys()
            messages.update(new)
            if not new or is_repeated:
                return

    def _show(self, message: Message) -> None:
        """Make a message visible again, unless it was deleted."""
        try:
            self._client.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=message.handle, VisibilityTimeout=0
            )
        except ClientError:
            return


@contextmanager
def aws_errors() -> Iterator[None]:
    """Turn errors of AWS within the block into `CommandError`."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise CommandError(str(error)) from error
