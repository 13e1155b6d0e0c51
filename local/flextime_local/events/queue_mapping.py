"""Feed a function from a queue."""

from dataclasses import dataclass
from typing import Any

from moto.sqs.models import Message, sqs_backends

from flextime_local.events.batch_response import failed_identifiers
from flextime_local.events.filter_criteria import FilterCriteria
from flextime_local.events.queue_sender import queue_name
from flextime_local.lambda_runner.functions import Functions
from flextime_local.names import ACCOUNT_ID, REGION

_DEFAULT_BATCH = 10


@dataclass(frozen=True, slots=True)
class QueueMapping:
    """An event source mapping of a queue."""

    properties: dict[str, Any]
    functions: Functions

    def run_once(self) -> bool:
        """Handle one batch; false if the queue was empty."""
        arn = self.properties["EventSourceArn"]
        name = queue_name(arn)
        backend = sqs_backends[ACCOUNT_ID][REGION]
        queue = backend.get_queue(name)
        size = int(self.properties.get("BatchSize", _DEFAULT_BATCH))
        visibility_s = int(queue.attributes["VisibilityTimeout"])
        messages = backend.receive_message(name, size, 0, visibility_s, ["All"])
        if not messages:
            return False
        handles = {message.id: str(message.receipt_handle) for message in messages}
        for identifier in set(handles) - self._failed(arn, messages):
            backend.delete_message(name, handles[identifier])
        return True

    def _failed(self, arn: str, messages: list[Message]) -> set[str]:
        criteria = FilterCriteria.of(self.properties)
        records = [
            record
            for record in (_record(message, arn) for message in messages)
            if criteria.lets_message_through(record)
        ]
        if not records:
            return set()
        response = self.functions.invoke(
            self.properties["FunctionName"], {"Records": records}
        )
        identifiers = [record["messageId"] for record in records]
        return failed_identifiers(response, self.properties, identifiers)


def _record(message: Message, arn: str) -> dict[str, Any]:
    attributes = {
        "ApproximateReceiveCount": str(message.approximate_receive_count),
        "SentTimestamp": str(message.sent_timestamp),
        "SenderId": str(message.sender_id),
        "ApproximateFirstReceiveTimestamp": str(
            message.approximate_first_receive_timestamp
        ),
    }
    if message.group_id is not None:
        attributes["MessageGroupId"] = message.group_id
    return {
        "messageId": message.id,
        "receiptHandle": message.receipt_handle,
        "body": message.body,
        "attributes": attributes,
        "messageAttributes": {
            name: {
                "dataType": value["data_type"],
                "stringValue": value.get("string_value"),
            }
            for name, value in message.message_attributes.items()
        },
        "md5OfBody": message.body_md5,
        "eventSource": "aws:sqs",
        "eventSourceARN": arn,
        "awsRegion": REGION,
    }
