from collections.abc import Iterator
from typing import Any

from moto.sqs.models import Message, Queue, sqs_backends

from flextime_local.moto_fixes.sqs.one_at_a_time import ONE_AT_A_TIME
from flextime_local.names import ACCOUNT_ID
from flextime_local.state_lock import STATE_LOCK
from functional.local.fixtures import Without

REGION = "eu-west-1"


class Arriving(list[Any]):
    """A list of messages; while it is walked, another message arrives."""

    def __init__(self, queue: Queue, messages: list[Any]) -> None:
        super().__init__(messages)
        self.queue = queue

    def __iter__(self) -> Iterator[Any]:
        yield from list(super().__iter__())
        # Another thread gets this far only where nothing holds it back.
        if not STATE_LOCK._is_owned():  # type: ignore[attr-defined]  # noqa: SLF001 - moto's own list - only here
            self.queue._messages.append(Message("late", "late"))  # noqa: SLF001 - moto's own list


def messages_after_deletion(name: str) -> list[str]:
    backend = sqs_backends[ACCOUNT_ID][REGION]
    queue = backend.create_queue(name, {})
    backend.send_message(name, "first")
    (received,) = backend.receive_message(name, 1, 0, 30)
    queue._messages = Arriving(queue, queue._messages)  # noqa: SLF001 - moto's own list
    queue.delete_message(str(received.receipt_handle))
    return [message.body for message in queue._messages]  # noqa: SLF001 - moto's own list


def test_nothing_arrives_unseen_while_a_message_is_deleted(without: Without) -> None:
    assert messages_after_deletion("locked") == []
    with without(ONE_AT_A_TIME):
        # two walks over the list, two arrivals: the first one is lost with it
        assert messages_after_deletion("as-moto-does") != ["late", "late"]
