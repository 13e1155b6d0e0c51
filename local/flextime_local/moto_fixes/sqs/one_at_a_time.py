"""A queue changes one message at a time.

moto deletes by building a new list of messages without a lock: a message that
arrives meanwhile is lost.
"""

import time
from collections.abc import Callable
from typing import Any

from moto.sqs.models import Message, Queue, SQSBackend

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch
from flextime_local.state_lock import STATE_LOCK

_LOOKED_AGAIN_EVERY_S = 0.05


def _locked(original: Callable[..., Any]) -> Callable[..., Any]:
    def locked(queue: Queue, *arguments: Untyped) -> Untyped:
        with STATE_LOCK:
            return original(queue, *arguments)

    return locked


def _waiting_outside(
    original: Callable[..., list[Message]],
) -> Callable[..., list[Message]]:
    def receive_message(
        backend: SQSBackend,
        queue_name: str,
        count: int,
        wait_seconds_timeout: int,
        visibility_timeout: int,
        message_attribute_names: list[str] | None = None,
    ) -> list[Message]:
        deadline_s = time.monotonic() + (wait_seconds_timeout or 0)
        while True:
            with STATE_LOCK:
                received = original(
                    backend,
                    queue_name,
                    count,
                    0,
                    visibility_timeout,
                    message_attribute_names,
                )
            if received or time.monotonic() >= deadline_s:
                return received
            time.sleep(_LOOKED_AGAIN_EVERY_S)

    return receive_message


ONE_AT_A_TIME = Fix(
    gap="a message that arrives while another is deleted is lost",
    patches=(
        Patch(Queue, "add_message", _locked),
        Patch(Queue, "delete_message", _locked),
        Patch(SQSBackend, "receive_message", _waiting_outside),
    ),
)
