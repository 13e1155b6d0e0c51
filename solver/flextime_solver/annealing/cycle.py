"""Coolings of the annealing: temperature by budget, price of hard rules by need."""

from collections.abc import Callable

from flextime_solver.annealing.adaptive_penalty import first_price, next_price
from flextime_solver.annealing.operator_selection import Mix
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.moves.search_state import SearchState

MakeMoves = Callable[[SearchState, int], int]
"""Makes so many moves; how many of the solutions after them were feasible."""


class Cooling:
    """Steps a search through one cycle; one object a cycle."""

    def __init__(
        self, state: SearchState, cycle: AnnealParams, scale: float, mix: Mix
    ) -> None:
        self._state = state
        self._cycle = cycle
        self._scale = scale
        self._mix = mix
        state.trip_cost = scale
        if state.hard_weight == 0:
            state.hard_weight = first_price(scale)

    def step(self, make_moves: MakeMoves, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a cycle `done` so far (0 to 1)."""
        state, cycle = self._state, self._cycle
        ratio = cycle.final_temperature / cycle.initial_temperature
        state.temperature = (
            self._scale * cycle.initial_temperature * ratio ** min(1.0, done)
        )
        feasible = make_moves(state, moves)
        self._mix.learn()
        state.hard_weight = next_price(
            state.hard_weight, feasible, moves, state.temperature, self._scale
        )
