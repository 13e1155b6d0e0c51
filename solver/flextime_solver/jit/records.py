"""Records of fixed capacity: what compiled functions are handed.

A compiled function that takes a record gets one pointer, and the places of its
arrays are constants. Tuples of arrays cost a hundred times more here: each call
would copy the description of every array and count a reference to it. The capacity
is the same for all leagues, so that one compilation serves all; memory that is not
touched is never allocated by the operating system.
"""

from typing import Any

import numpy as np

MAX_TEAMS = 32
MAX_ROUNDS = 84
MAX_SLOTS = 200
MAX_COUNTERS = 1 << 14
MAX_CELL_ENTRIES = 1 << 22
MAX_RULES = 1 << 11
MAX_TEAM_VALUES = 8

Field = tuple[str, type[np.generic], tuple[int, ...]]


def whole(name: str, *shape: int) -> Field:
    """A whole number, or an array of them."""
    return name, np.int64, shape


def narrow(name: str, *shape: int) -> Field:
    """Whole numbers of half the size, where many of them are read at random.

    What a search reads all the time then fits into the caches nearest to a core.
    """
    return name, np.int32, shape


def real(name: str, *shape: int) -> Field:
    return name, np.float64, shape


def new_record(fields: list[Field]) -> Any:  # noqa: ANN401 - callers name the type
    """A record of zeros whose fields are attributes, in Python and when compiled."""
    return np.zeros(1, dtype=np.dtype(fields)).view(np.recarray)[0]
