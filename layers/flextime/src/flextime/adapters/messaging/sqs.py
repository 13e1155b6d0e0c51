"""Dead letters in an SQS queue."""

from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.serialization.events.dead_letters import write_dead_letter
from flextime.usecases.ports import DeadLetter

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class SqsDeadLetterQueue:
    """A `DeadLetterQueue` whose messages `flextime dead-letters` reads.

    Parameters
    ----------
    client
        The SQS client of boto3.
    url
        URL of the queue.
    """

    def __init__(self, client: "SQSClient", url: str) -> None:
        self._client = client
        self._url = url

    def send(self, letter: DeadLetter) -> None:
        """Add a letter; raise `Unavailable` if the queue cannot be reached."""
        with translate_errors("SQS"):
            self._client.send_message(
                QueueUrl=self._url, MessageBody=write_dead_letter(letter)
            )
