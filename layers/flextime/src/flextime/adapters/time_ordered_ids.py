"""Unique identifiers that sort by the time at which they were generated."""

import os
import time
from uuid import UUID

_NS_PER_MS = 1_000_000


def time_ordered_id() -> str:
    """Generate a UUID of version 7 (RFC 9562): time in milliseconds, then random bits.

    The 12 bits after the milliseconds hold their fraction (section 6.2, method 3), in
    steps of a quarter of a microsecond. So identifiers that one process generates
    sort in the order of their generation.
    """
    milliseconds, rest_ns = divmod(time.time_ns(), _NS_PER_MS)
    fraction = (rest_ns << 12) // _NS_PER_MS
    version, variant = 0x7 << 76, 0x2 << 62
    random_bits = int.from_bytes(os.urandom(8)) & ~(0x3 << 62)
    return str(
        UUID(int=milliseconds << 80 | version | fraction << 64 | variant | random_bits)
    )
