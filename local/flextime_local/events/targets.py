"""Send a text to a target by its ARN: function, state machine, queue, log or bus."""

import json
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from moto.events.models import events_backends
from moto.logs.models import logs_backends
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from flextime_local.events.asynchronous_invocations import AsynchronousInvocations
from flextime_local.events.queue_sender import send_to_queue
from flextime_local.names import ACCOUNT_ID, REGION


class UnknownTargetError(ValueError):
    """A target of a kind that the local stack does not support."""

    def __init__(self, arn: str) -> None:
        super().__init__(f"the local stack cannot deliver to {arn}")


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets that rules and schedules can have."""

    asynchronous: AsynchronousInvocations

    def send(self, target: dict[str, Any], text: str) -> None:
        """Send the text to a target; raises `UnknownTargetError`."""
        arn = str(target["Arn"])
        match arn.split(":")[2]:
            case "lambda":
                self.asynchronous.accept(arn, json.loads(text))
            case "states":
                backend = stepfunctions_parser_backends[ACCOUNT_ID][REGION]
                backend.start_execution(arn, str(uuid4()), text)
            case "sqs":
                group = target.get("SqsParameters", {}).get("MessageGroupId")
                send_to_queue(arn, text, group)
            case "logs":
                _write_to_log(arn, text)
            case "events" if ":event-bus/" in arn:
                _pass_to_bus(arn, json.loads(text))
            case _:
                raise UnknownTargetError(arn)


def _write_to_log(arn: str, text: str) -> None:
    group = arn.split(":log-group:")[1].removesuffix(":*")
    backend = logs_backends[ACCOUNT_ID][REGION]
    stream = str(uuid4())
    backend.create_log_stream(group, stream)
    entry = {"timestamp": int(time.time() * 1000), "message": text}
    backend.put_log_events(group, stream, [entry])


def _pass_to_bus(arn: str, event: dict[str, Any]) -> None:
    events_backends[ACCOUNT_ID][REGION].put_events(
        [
            {
                "Source": event["source"],
                "DetailType": event["detail-type"],
                "Detail": json.dumps(event["detail"]),
                "EventBusName": arn.rpartition("/")[2],
            }
        ]
    )
