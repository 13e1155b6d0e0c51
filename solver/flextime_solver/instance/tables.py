"""Arrays of integers from lists: columns, tables and the starts of groups."""

from collections.abc import Iterable

import numpy as np

from flextime_solver.instance.compiled_league import Ints


def integers(values: Iterable[int]) -> Ints:
    """Return the values as an array."""
    return np.array(list(values), dtype=np.int64)


def starts(sizes: list[int]) -> Ints:
    """Return the first index of each of some successive groups, and the end."""
    return np.concatenate([integers([0]), np.cumsum(integers(sizes))])


def column(rows: list[tuple[int, ...]], index: int) -> Ints:
    """Return one column of a list of rows."""
    return integers(row[index] for row in rows)


def table(rows: list[list[int]], width: int) -> Ints:
    """Return the rows as a table of `width` columns; there may be no rows."""
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)
