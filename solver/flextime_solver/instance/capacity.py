"""Copies values into the arrays of a compiled league, whose capacity is fixed."""

import numpy as np

from flextime.domain.errors import FlexTimeError
from flextime_solver.instance.compiled_league import CompiledLeague, Ints


class LeagueTooLarge(FlexTimeError):
    """The league does not fit into the arrays of the compiled search."""

    def __init__(
        self, name: str, size: tuple[int, ...], maximum: tuple[int, ...]
    ) -> None:
        super().__init__(f"{name} has size {size}, the solver takes up to {maximum}")


class NumberTooLarge(FlexTimeError):
    """A constraint has a number that the compiled search cannot store."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(f"{name} has the number {number}, too large for the solver")


def fill(compiled: CompiledLeague, name: str, values: Ints) -> None:
    """Copy `values` to the start of every axis of the array field `name`.

    Raises
    ------
    LeagueTooLarge
        If there are more values than the array holds.
    NumberTooLarge
        If a value exceeds the integers of the array.
    """
    target: Ints = getattr(compiled, name)
    if any(
        size > limit for size, limit in zip(values.shape, target.shape, strict=True)
    ):
        raise LeagueTooLarge(name, values.shape, target.shape)
    if values.size and abs(values).max() > np.iinfo(target.dtype).max:
        raise NumberTooLarge(name, int(abs(values).max()))
    target[tuple(slice(size) for size in values.shape)] = values
