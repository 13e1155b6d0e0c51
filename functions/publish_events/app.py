"""Stream of the table, filtered to the outbox: publish each event on the bus.

A requested run is started too, in case its request could not start it.

Lambda delivers a failed record again and holds back the records behind it, so that
the events of an aggregate keep their order. After its last attempt the record goes to
the dead-letter queue. An event that can never be published goes there at once and holds
nothing back; `flextime dead-letters` shows it and sends it again.
"""

from typing import Any, NotRequired, TypedDict

from flextime.bootstrap import Application, get_application
from flextime.domain.errors import FlexTimeError, Unavailable
from flextime.observability import instrumented, logger, metrics
from flextime.serialization.events.outbox import read_outbox_event
from flextime.usecases.ports import DeadLetter, OutboxEvent, Rejection
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
    events, failed = _read(application, event)
    rejected = application.event_bus.publish(tuple(events.values()))
    for sequence, outbox_event in events.items():
        rejection = rejected.get(outbox_event.event_id)
        handled = rejection is None or _kept(application, outbox_event, rejection)
        if not (handled and _started(application, outbox_event)):
            failed.append(sequence)
    metrics.add_metric("EventsPublished", "Count", len(events) - len(rejected))
    return {"batchItemFailures": [{"itemIdentifier": number} for number in failed]}


def _read(
    application: Application, event: Batch
) -> tuple[dict[str, OutboxEvent], list[str]]:
    """Return events by sequence number, and the numbers of records to deliver again.

    Unreadable records go to the dead-letter queue.
    """
    events: dict[str, OutboxEvent] = {}
    failed: list[str] = []
    for record in event["Records"]:
        change = record["dynamodb"]
        text = change["NewImage"].get("event", {}).get("S", "")
        try:
            outbox_event = read_outbox_event(text)
        except (FlexTimeError, KeyError, TypeError, ValueError) as error:
            logger.exception("not an event", sequence=change["SequenceNumber"])
            letter = DeadLetter(f"this is not an event of FlexTime: {error}", text)
            if not _sent(application, letter):
                failed.append(change["SequenceNumber"])
        else:
            events[change["SequenceNumber"]] = outbox_event
    return events, failed


def _kept(application: Application, event: OutboxEvent, rejection: Rejection) -> bool:
    """Return whether a rejected event can never be published and is a dead letter."""
    logger.error("the bus rejected %s: %s", event.event_id, rejection.reason)
    return rejection.is_permanent and _sent(
        application, DeadLetter(rejection.reason, event.text)
    )


def _sent(application: Application, letter: DeadLetter) -> bool:
    try:
        application.dead_letter_queue.send(letter)
    except Unavailable as error:
        logger.error("the dead-letter queue cannot be reached: %s", error)
        return False
    metrics.add_metric("EventsUnpublishable", "Count", 1)
    return True


def _started(application: Application, event: OutboxEvent) -> bool:
    """Whether the run that the event requests, if any, has been started."""
    try:
        start_requested_run(application, event)
    except Unavailable as error:
        logger.error("run %s is not started: %s", event.aggregate_id, error)
        return False
    return True
