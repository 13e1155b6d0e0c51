"""Stream of the table, filtered to the outbox: publish each event on the bus.

A requested run is started too, in case its request could not start it.

Lambda delivers a failed record again and holds back the records behind it, so that
the events of an aggregate keep their order. After its last attempt the record goes to
the dead-letter queue.
"""

from typing import Any, NotRequired, TypedDict

from flextime.bootstrap import Application, get_application
from flextime.domain.errors import FlexTimeError, Unavailable
from flextime.observability import instrumented, logger, metrics
from flextime.serialization.events.outbox import read_outbox_event
from flextime.usecases.ports import OutboxEvent
from flextime.usecases.runs.start_requested_run import start_requested_run


class Change(TypedDict):
    """The part of a stream record that is read here."""

    SequenceNumber: str
    NewImage: dict[str, dict[str, str]]


class Record(TypedDict):
    """One record of the stream."""

    eventName: NotRequired[str]
    dynamodb: Change


class Batch(TypedDict):
    """The event that Lambda's poller passes on."""

    Records: list[Record]


class Failure(TypedDict):
    """The sequence number of a record to deliver again."""

    itemIdentifier: str


class Response(TypedDict):
    """A partial batch response."""

    batchItemFailures: list[Failure]


@instrumented
def handler(event: Batch, _context: Any) -> Response:  # noqa: ANN401 - Lambda's own
    """Publish a batch and report the records to deliver again."""
    application = get_application()
    events, failed = _read(event)
    rejected = application.event_bus.publish(tuple(events.values()))
    for sequence, outbox_event in events.items():
        event_id = outbox_event.event_id
        if event_id in rejected:
            logger.error("the bus rejected %s: %s", event_id, rejected[event_id])
            failed.append(sequence)
        elif not _started(application, outbox_event):
            failed.append(sequence)
    metrics.add_metric("EventsPublished", "Count", len(events) - len(rejected))
    return {"batchItemFailures": [{"itemIdentifier": number} for number in failed]}


def _read(event: Batch) -> tuple[dict[str, OutboxEvent], list[str]]:
    """Events by sequence number, and the sequence numbers of unreadable records."""
    events: dict[str, OutboxEvent] = {}
    failed: list[str] = []
    for record in event["Records"]:
        change = record["dynamodb"]
        try:
            outbox_event = read_outbox_event(change["NewImage"]["event"]["S"])
        except (FlexTimeError, KeyError, ValueError):
            logger.exception("not an event", sequence=change["SequenceNumber"])
            failed.append(change["SequenceNumber"])
        else:
            events[change["SequenceNumber"]] = outbox_event
    return events, failed


def _started(application: Application, event: OutboxEvent) -> bool:
    """Whether the run that the event requests, if any, has been started."""
    try:
        start_requested_run(application, event)
    except Unavailable as error:
        logger.error("run %s is not started: %s", event.aggregate_id, error)
        return False
    return True
