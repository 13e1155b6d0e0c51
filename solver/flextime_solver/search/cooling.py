"""Coolings of the annealing: temperature by budget, hard weight by need.

The weight of hard rules rises while no board is feasible and falls while most are, the
strategic oscillation of Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8.
"""

from collections.abc import Callable

from flextime_solver.params import Cycle
from flextime_solver.search.mix import Mix
from flextime_solver.search.walk import Walk

MakeMoves = Callable[[Walk, int], int]
"""Makes so many moves; how many of the boards after them were feasible."""

_RISE, _FALL = 1.02, 1.02
_LEAST_HEATS, _LEAST_SCALES = 2.0, 0.5
"""A unit of hard deviation costs so many temperatures, and so many of the league's
scales, at least."""
_RANGE = 80.0
"""And so many times that at most."""


class Cooling:
    """Steps a search through one cycle; one object a cycle."""

    def __init__(self, walk: Walk, cycle: Cycle, scale: float, mix: Mix) -> None:
        self._walk = walk
        self._cycle = cycle
        self._scale = scale
        self._mix = mix
        walk.journey = scale
        if walk.hard_weight == 0:
            walk.hard_weight = 2.0 * scale

    def step(self, make_moves: MakeMoves, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a cycle `done` so far (0 to 1)."""
        walk, cycle = self._walk, self._cycle
        ratio = cycle.coldest / cycle.hottest
        walk.temperature = self._scale * cycle.hottest * ratio ** min(1.0, done)
        feasible = make_moves(walk, moves)
        self._mix.learn()
        if feasible == 0:
            walk.hard_weight *= _RISE
        elif 2 * feasible > moves:
            walk.hard_weight /= _FALL
        least = max(_LEAST_HEATS * walk.temperature, _LEAST_SCALES * self._scale)
        walk.hard_weight = min(max(walk.hard_weight, least), _RANGE * least)
