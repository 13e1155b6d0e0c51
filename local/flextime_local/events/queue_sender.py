"""Send a message to a queue of the endpoint."""

from moto.sqs.models import sqs_backends

from flextime_local.names import ACCOUNT_ID, REGION


class NoQueueError(ValueError):
    """An ARN is not that of a queue."""


def queue_name(arn: str) -> str:
    """Return the name in the ARN of a queue; raises `NoQueueError`."""
    if not arn.startswith("arn:aws:sqs:"):
        raise NoQueueError(f"{arn} is no queue: the local stack sends to queues only")
    return arn.rpartition(":")[2]


def send_to_queue(arn: str, body: str, group_id: str | None = None) -> None:
    """Send a message to the queue with this ARN; raises `NoQueueError`."""
    backend = sqs_backends[ACCOUNT_ID][REGION]
    backend.send_message(queue_name(arn), body, group_id=group_id)
