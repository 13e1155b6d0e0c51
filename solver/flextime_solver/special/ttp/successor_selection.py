"""Selection of the best successors of a level, one for each Zobrist key."""

import numpy as np

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.special.ttp.partial_solution import Keys
from flextime_solver.special.ttp.successors import Successors

_BINS = 1 << 14
"""Bins of the counting sort by bound.

Frozen into machine code, hence no parameter; bounds in one bin count as equal."""


@kernel
def select_successors(successors: Successors, seen: Keys, selected: Ints) -> int:
    """Write the rows of the best successors to `selected` and return their number.

    Of successors with one Zobrist key only the best is selected, for they have the same
    completions.

    Parameters
    ----------
    successors
        Successors of a level.
    seen
        Hash table of keys; its length is a power of two and more than `selected` holds.
    selected
        Array of as many rows as the beam is wide.
    """
    seen[:] = 0
    last = len(seen) - 1
    count = 0
    for row in _by_bound(successors):
        key = successors[row].zobrist_key
        # Open addressing with linear probing.
        place = np.int64(key & np.uint64(last))
        while seen[place] != 0 and seen[place] != key:
            place = (place + 1) & last
        if seen[place] == 0:
            seen[place] = key
            selected[count] = row
            count += 1
            if count == len(selected):
                break
    return count


@inner_kernel
def _by_bound(successors: Successors) -> Ints:
    """Return the rows by rising bound, in any order within a bin of a counting sort."""
    least, most = successors[0].bound, successors[0].bound
    for row in range(len(successors)):
        least = min(least, successors[row].bound)
        most = max(most, successors[row].bound)
    step = (most - least) // _BINS + 1
    start = np.zeros(_BINS + 1, np.int64)
    for row in range(len(successors)):
        start[(successors[row].bound - least) // step + 1] += 1
    for place in range(_BINS):
        start[place + 1] += start[place]
    rows = np.empty(len(successors), np.int64)
    for row in range(len(successors)):
        place = (successors[row].bound - least) // step
        rows[start[place]] = row
        start[place] += 1
    return rows
