"""Coolings of the annealing: temperature by budget, price of hard rules by need."""

from collections.abc import Callable

from flextime_solver.params import Cycle
from flextime_solver.search.hard_price import first_price, next_price
from flextime_solver.search.mix import Mix
from flextime_solver.search.walk import Walk

MakeMoves = Callable[[Walk, int], int]
"""Makes so many moves; how many of the boards after them were feasible."""


class Cooling:
    """Steps a search through one cycle; one object a cycle."""

    def __init__(self, walk: Walk, cycle: Cycle, scale: float, mix: Mix) -> None:
        self._walk = walk
        self._cycle = cycle
        self._scale = scale
        self._mix = mix
        walk.journey = scale
        if walk.hard_weight == 0:
            walk.hard_weight = first_price(scale)

    def step(self, make_moves: MakeMoves, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a cycle `done` so far (0 to 1)."""
        walk, cycle = self._walk, self._cycle
        ratio = cycle.coldest / cycle.hottest
        walk.temperature = self._scale * cycle.hottest * ratio ** min(1.0, done)
        feasible = make_moves(walk, moves)
        self._mix.learn()
        walk.hard_weight = next_price(
            walk.hard_weight, feasible, moves, walk.temperature, self._scale
        )
