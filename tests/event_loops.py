"""Run coroutines without replacing the event loop of the thread."""

import asyncio
from collections.abc import Coroutine
from typing import Any


def run_alone[Result](coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine on a new event loop.

    A plain `asyncio.run` would remove the loop of the thread, which Mangum needs.
    """
    return asyncio.run(coroutine, loop_factory=asyncio.new_event_loop)
