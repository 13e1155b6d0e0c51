"""Identifiers that nobody else makes, and that sort by when they were made."""

import os
import time
from uuid import UUID


def time_ordered_id() -> str:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance."""
    milliseconds = time.time_ns() // 1_000_000
    number = milliseconds << 80 | int.from_bytes(os.urandom(10))
    version, variant = 0x7 << 76, 0x2 << 62
    return str(UUID(int=number & ~(0xF << 76) & ~(0x3 << 62) | version | variant))
