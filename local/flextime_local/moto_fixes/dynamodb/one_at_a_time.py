"""Requests to the table are applied one at a time.

moto checks a condition and applies the change without a lock, and serialises items
that another thread is changing: of two conditional writes both can win.
"""

from collections.abc import Callable
from typing import Any

from moto.dynamodb.responses import DynamoHandler
from moto.dynamodbstreams.responses import DynamoDBStreamsHandler

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch
from flextime_local.state_lock import STATE_LOCK


def _alone(original: Callable[..., Any]) -> Callable[..., Any]:
    def call_action(handler: Untyped) -> Untyped:
        with STATE_LOCK:
            return original(handler)

    return call_action


ONE_AT_A_TIME = Fix(
    gap="two conditional writes that race can both win",
    patches=(
        Patch(DynamoHandler, "call_action", _alone),
        Patch(DynamoDBStreamsHandler, "call_action", _alone),
    ),
)
