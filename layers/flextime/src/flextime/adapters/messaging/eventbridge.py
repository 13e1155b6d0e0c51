"""Events on an EventBridge bus."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.domain.errors import Unavailable
from flextime.domain.ids import EventId
from flextime.usecases.ports import OutboxEvent, Rejection

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_events.type_defs import PutEventsRequestEntryTypeDef

_MAX_ENTRIES = 10
"""Of one PutEvents request."""
_MAX_BYTES = 256 * 1024
"""Of one PutEvents request."""
_BYTES_OF_TIME = 14
_PERMANENT_CODES = {"InvalidArgument", "MalformedDetail", "ValidationException"}
"""Errors of an entry that sending it again does not mend."""


class EventBridgeBus:
    """An `EventBus`: rules match `Source` and `DetailType`; `Detail` is the envelope.

    Parameters
    ----------
    client
        The EventBridge client of boto3.
    bus
        Name of the event bus.
    """

    def __init__(self, client: "EventBridgeClient", bus: str) -> None:
        self._client = client
        self._bus = bus

    def publish(self, events: Sequence[OutboxEvent]) -> Mapping[EventId, Rejection]:
        """Publish events in as few requests as the limits of EventBridge allow.

        Returns
        -------
        Mapping
            A rejection for each event that was not accepted.
        """
        rejected: dict[EventId, Rejection] = {}
        for batch in _batches(events, rejected):
            try:
                rejected |= self._put(batch)
            except Unavailable as error:
                rejection = Rejection(str(error))
                rejected |= {event.event_id: rejection for event in batch}
        return rejected

    def _put(self, batch: list[OutboxEvent]) -> dict[EventId, Rejection]:
        with translate_errors("EventBridge"):
            response = self._client.put_events(Entries=[self._entry(e) for e in batch])
        return {
            event.event_id: Rejection(
                f"{entry['ErrorCode']}: {entry.get('ErrorMessage')}",
                is_permanent=entry["ErrorCode"] in _PERMANENT_CODES,
            )
            for event, entry in zip(batch, response["Entries"], strict=True)
            if "ErrorCode" in entry
        }

    def _entry(self, event: OutboxEvent) -> "PutEventsRequestEntryTypeDef":
        return {
            "EventBusName": self._bus,
            "Time": event.occurred_at,
            "Source": event.source,
            "DetailType": event.event_type,
            "Detail": event.text,
        }


def _batches(
    events: Sequence[OutboxEvent], rejected: dict[EventId, Rejection]
) -> Iterator[list[OutboxEvent]]:
    """Split events into requests; events too large for any are `rejected`."""
    batch: list[OutboxEvent] = []
    free_bytes = _MAX_BYTES
    for event in events:
        size = _size(event)
        if size > _MAX_BYTES:
            reason = f"{size} bytes are too many for the bus"
            rejected[event.event_id] = Rejection(reason, is_permanent=True)
            continue
        if size > free_bytes or len(batch) == _MAX_ENTRIES:
            yield batch
            batch, free_bytes = [], _MAX_BYTES
        batch.append(event)
        free_bytes -= size
    if batch:
        yield batch


def _size(event: OutboxEvent) -> int:
    """Bytes of an entry as EventBridge counts them."""
    text = event.source + event.event_type + event.text
    return _BYTES_OF_TIME + len(text.encode())
