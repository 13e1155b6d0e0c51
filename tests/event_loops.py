"""Coroutines in a test, beside handlers that expect the thread's own event loop."""

import asyncio
from collections.abc import Coroutine
from typing import Any


def run_alone[Result](coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run on a loop of its own; a plain `asyncio.run` takes the thread's loop away.

    Mangum asks for the thread's loop, which there would be none of any more.
    """
    return asyncio.run(coroutine, loop_factory=asyncio.new_event_loop)
