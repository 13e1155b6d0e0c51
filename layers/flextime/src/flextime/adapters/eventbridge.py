"""Events go onto an EventBridge bus."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.domain.errors import Unavailable
from flextime.domain.ids import EventId
from flextime.usecases.ports import OutboxEvent

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_events.type_defs import PutEventsRequestEntryTypeDef

_ENTRIES_PER_CALL = 10
_BYTES_PER_CALL = 256 * 1024
_BYTES_OF_TIME = 14


class EventBridgeBus:
    """`Source` and `DetailType` are for rules to match; `Detail` is the envelope."""

    def __init__(self, client: "EventBridgeClient", bus: str) -> None:
        self._client = client
        self._bus = bus

    def publish(self, outbox_events: Sequence[OutboxEvent]) -> Mapping[EventId, str]:
        refused: dict[EventId, str] = {}
        for call in _calls(outbox_events, refused):
            try:
                refused |= self._put(call)
            except Unavailable as silence:
                refused |= {each.event_id: str(silence) for each in call}
        return refused

    def _put(self, call: list[OutboxEvent]) -> dict[EventId, str]:
        with translate_errors("EventBridge"):
            answer = self._client.put_events(Entries=[self._entry(e) for e in call])
        return {
            outbox_event.event_id: f"{entry['ErrorCode']}: {entry.get('ErrorMessage')}"
            for outbox_event, entry in zip(call, answer["Entries"], strict=True)
            if "ErrorCode" in entry
        }

    def _entry(self, outbox_event: OutboxEvent) -> "PutEventsRequestEntryTypeDef":
        return {
            "EventBusName": self._bus,
            "Time": outbox_event.occurred_at,
            "Source": outbox_event.source,
            "DetailType": outbox_event.event_type,
            "Detail": outbox_event.text,
        }


def _calls(
    outbox_events: Sequence[OutboxEvent], refused: dict[EventId, str]
) -> Iterator[list[OutboxEvent]]:
    """Split into calls that the bus allows; what fits into none is `refused`."""
    call: list[OutboxEvent] = []
    room = _BYTES_PER_CALL
    for outbox_event in outbox_events:
        size = _size(outbox_event)
        if size > _BYTES_PER_CALL:
            refused[outbox_event.event_id] = f"{size} bytes are too many for the bus"
            continue
        if size > room or len(call) == _ENTRIES_PER_CALL:
            yield call
            call, room = [], _BYTES_PER_CALL
        call.append(outbox_event)
        room -= size
    if call:
        yield call


def _size(outbox_event: OutboxEvent) -> int:
    """Bytes of an entry as EventBridge counts them."""
    text = outbox_event.source + outbox_event.event_type + outbox_event.text
    return _BYTES_OF_TIME + len(text.encode())
