"""Coolings of the annealing: temperature by budget, hard weight by need.

The weight of hard rules rises while no board is feasible and falls while most are, the
strategic oscillation of Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8.
"""

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.params import Cycle
from flextime_solver.score.board import Board
from flextime_solver.search.anneal import anneal
from flextime_solver.search.walk import Walk

_RISE, _FALL = 1.02, 1.02


class Cooling:
    """Steps a search through one cycle; one object a cycle."""

    def __init__(
        self, league: CompiledLeague, walk: Walk, cycle: Cycle, scale: float
    ) -> None:
        self._league = league
        self._walk = walk
        self._cycle = cycle
        self._scale = scale
        walk.journey = scale
        if walk.hard_weight == 0:
            walk.hard_weight = 2.0 * scale

    def step(self, board: Board, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a cycle `done` so far (0 to 1)."""
        walk, cycle = self._walk, self._cycle
        ratio = cycle.coldest / cycle.hottest
        walk.temperature = self._scale * cycle.hottest * ratio ** min(1.0, done)
        feasible = anneal(self._league, board, walk, moves)
        if feasible == 0:
            walk.hard_weight *= _RISE
        elif 2 * feasible > moves:
            walk.hard_weight /= _FALL
        least, most = cycle.hard_weight.between(walk.temperature, self._scale)
        walk.hard_weight = min(max(walk.hard_weight, least), most)
