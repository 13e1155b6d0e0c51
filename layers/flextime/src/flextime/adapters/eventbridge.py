"""Events go onto an EventBridge bus."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import answering
from flextime.domain.errors import Unavailable
from flextime.domain.ids import EventId
from flextime.usecases.ports import Announcement

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

    def publish(self, announcements: Sequence[Announcement]) -> Mapping[EventId, str]:
        refused: dict[EventId, str] = {}
        for call in _calls(announcements, refused):
            try:
                refused |= self._put(call)
            except Unavailable as silence:
                refused |= {each.event_id: str(silence) for each in call}
        return refused

    def _put(self, call: list[Announcement]) -> dict[EventId, str]:
        with answering("EventBridge"):
            answer = self._client.put_events(Entries=[self._entry(e) for e in call])
        return {
            announcement.event_id: f"{entry['ErrorCode']}: {entry.get('ErrorMessage')}"
            for announcement, entry in zip(call, answer["Entries"], strict=True)
            if "ErrorCode" in entry
        }

    def _entry(self, announcement: Announcement) -> "PutEventsRequestEntryTypeDef":
        return {
            "EventBusName": self._bus,
            "Time": announcement.occurred_at,
            "Source": announcement.source,
            "DetailType": announcement.event_type,
            "Detail": announcement.text,
        }


def _calls(
    announcements: Sequence[Announcement], refused: dict[EventId, str]
) -> Iterator[list[Announcement]]:
    """Split into calls that the bus allows; what fits into none is `refused`."""
    call: list[Announcement] = []
    room = _BYTES_PER_CALL
    for announcement in announcements:
        size = _size(announcement)
        if size > _BYTES_PER_CALL:
            refused[announcement.event_id] = f"{size} bytes are too many for the bus"
            continue
        if size > room or len(call) == _ENTRIES_PER_CALL:
            yield call
            call, room = [], _BYTES_PER_CALL
        call.append(announcement)
        room -= size
    if call:
        yield call


def _size(announcement: Announcement) -> int:
    """Bytes of an entry as EventBridge counts them."""
    text = announcement.source + announcement.event_type + announcement.text
    return _BYTES_OF_TIME + len(text.encode())
