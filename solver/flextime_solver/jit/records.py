"""Records of fixed capacity, the data structures of the compiled search.

A compiled function that takes a record receives one pointer, and the offsets of the
record's arrays are constants in its machine code. Tuples of arrays cost a hundred
times more here, because each call copies the descriptor of every array and counts a
reference to it. All leagues share one capacity, so that one compilation serves them
all; the operating system never allocates the pages that a small league leaves alone.
"""

from typing import Annotated, Any, ClassVar, Self, get_args, get_origin, get_type_hints

import numpy as np

MAX_TEAMS = 32
MAX_ROUNDS = 84
MAX_SLOTS = 200
MAX_COUNTERS = 1 << 14
"""Counters that the constraints of a league may need together."""
MAX_CELL_ENTRIES = 1 << 22
"""Entries in the lists of counters per cell (home, away, slot)."""
MAX_RULES = 1 << 11
"""Sequence rules, pair rules and conditions: at most this many of each."""
MAX_TEAM_VALUES = 8
"""Counters that add up one value per team."""

_SCALARS: dict[type, type[np.generic]] = {int: np.int64, float: np.float64}

FieldType = tuple[type[np.generic], tuple[int, ...]]
"""Element type and shape of an array field."""


def int8(*shape: int) -> FieldType:
    """Describe an array of numbers below 128 that must fit the nearest cache."""
    return np.int8, shape


def int32(*shape: int) -> FieldType:
    """Describe an array of 32-bit integers, for what is read often and at random."""
    return np.int32, shape


def int64(*shape: int) -> FieldType:
    """Describe an array of 64-bit integers."""
    return np.int64, shape


def uint64(*shape: int) -> FieldType:
    """Describe an array of unsigned 64-bit integers: random states and hash keys."""
    return np.uint64, shape


def float64(*shape: int) -> FieldType:
    """Describe an array of floating-point numbers."""
    return np.float64, shape


class Record:
    """A numpy record whose fields are declared once, as annotations of a subclass.

    A scalar field is annotated with its Python or numpy type: ``int`` is stored in 64
    bits. An array field adds its element type and shape::

        class Solution(Record):
            opponent: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
            undo_length: int

    Fields lie in memory in the order of their declaration. At run time `zeros` returns
    a `numpy.record`, whose fields are attributes in Python and in compiled code; the
    subclass is what type checkers see.

    Parameters
    ----------
    align
        Whether fields are padded to their natural alignment, like a struct in C.
    """

    dtype: ClassVar[np.dtype[np.void]]

    def __init_subclass__(cls, *, align: bool = False) -> None:
        hints = get_type_hints(cls, include_extras=True)
        fields = [
            (name, *_field_type(hint))
            for name, hint in hints.items()
            if get_origin(hint) is not ClassVar
        ]
        cls.dtype = np.dtype(fields, align=align)

    @classmethod
    def zeros(cls) -> Self:
        """Return a record in which every number is 0."""
        record: Self = np.zeros(1, cls.dtype).view(np.recarray)[0]
        return record


def _field_type(hint: Any) -> FieldType:  # noqa: ANN401 - any annotation
    if get_origin(hint) is Annotated:
        scalar, shape = get_args(hint)[1]
        return scalar, shape
    return _SCALARS.get(hint, hint), ()
