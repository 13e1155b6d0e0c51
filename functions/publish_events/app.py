"""The table's stream, filtered to the outbox: every event goes onto the bus.

A record that fails holds up those behind it, so that the events of a thing keep their
order; after its last try it goes to the dead-letter queue.
"""

from typing import Any, NotRequired, TypedDict

from flextime.bootstrap import get_application
from flextime.domain.errors import FlexTimeError
from flextime.observability import instrumented, logger, metrics
from flextime.serialization.events.outbox import read_outbox_event
from flextime.usecases.ports import OutboxEvent


class Change(TypedDict):
    SequenceNumber: str
    NewImage: dict[str, dict[str, str]]


class Record(TypedDict):
    eventName: NotRequired[str]
    dynamodb: Change


class Batch(TypedDict):
    Records: list[Record]


class Failure(TypedDict):
    itemIdentifier: str


class Answer(TypedDict):
    batchItemFailures: list[Failure]


@instrumented
def handler(event: Batch, _context: Any) -> Answer:  # noqa: ANN401 - Lambda's own
    readable, failed = _read(event)
    refused = get_application().event_bus.publish(tuple(readable.values()))
    for sequence, outbox_event in readable.items():
        if outbox_event.event_id in refused:
            reason = refused[outbox_event.event_id]
            logger.error("the bus refused %s: %s", outbox_event.event_id, reason)
            failed.append(sequence)
    metrics.add_metric("EventsPublished", "Count", len(readable) - len(refused))
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _read(event: Batch) -> tuple[dict[str, OutboxEvent], list[str]]:
    """Announcements by their place in the stream, and the places of what is none."""
    readable: dict[str, OutboxEvent] = {}
    failed: list[str] = []
    for record in event["Records"]:
        change = record["dynamodb"]
        try:
            outbox_event = read_outbox_event(change["NewImage"]["event"]["S"])
        except (FlexTimeError, KeyError, ValueError):
            logger.exception("not an event", sequence=change["SequenceNumber"])
            failed.append(change["SequenceNumber"])
        else:
            readable[change["SequenceNumber"]] = outbox_event
    return readable, failed
