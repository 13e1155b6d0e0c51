from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from flextime_solver.jit.kernels import kernel
from flextime_solver.jit.records import Record, float64, int8, int32


class Counts(Record):
    total: int
    share: float
    by_team: Annotated[NDArray[np.int32], int32(4, 3)]
    weights: Annotated[NDArray[np.float64], float64(2)]


class Packed(Record):
    flag: Annotated[NDArray[np.int8], int8(1)]
    key: np.uint64


class Padded(Record, align=True):
    flag: Annotated[NDArray[np.int8], int8(1)]
    key: np.uint64


def test_fields_have_the_types_shapes_and_order_of_the_annotations() -> None:
    assert Counts.dtype == np.dtype(
        [
            ("total", np.int64),
            ("share", np.float64),
            ("by_team", np.int32, (4, 3)),
            ("weights", np.float64, (2,)),
        ]
    )


def test_a_new_record_holds_zeros_that_can_be_set() -> None:
    counts, other = Counts.zeros(), Counts.zeros()

    counts.total = 7
    counts.by_team[1, 2] = 5

    assert (counts.total, int(counts.by_team.sum())) == (7, 5)
    assert (other.total, int(other.by_team.sum()), other.share) == (0, 0, 0.0)


def test_an_aligned_record_is_padded_like_a_struct() -> None:
    assert (Packed.dtype.itemsize, Padded.dtype.itemsize) == (9, 16)


def test_a_compiled_function_reads_and_writes_the_fields() -> None:
    counts = Counts.zeros()

    _add(counts, 3)

    assert counts.total == 3
    assert counts.by_team[3, 0] == 3


@kernel
def _add(counts: Counts, step: int) -> None:
    counts.total += step
    counts.by_team[3, 0] += step
