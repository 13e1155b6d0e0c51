"""Counters that a game in a cell (home, away, slot) adds to."""

from flextime_solver.instance.compiled_league import SOFT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.counters import (
    add_to_counter,
    is_within_limits,
    units_outside,
)
from flextime_solver.solution.solution import Solution

_WEIGHT, _TOTAL = 2, 3
"""Columns of `CompiledLeague.counter_row`."""


@inner_kernel
def add_game(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    sign: int,
) -> None:
    """Add (`sign` 1) or subtract (-1) a game to all counters, with its cost."""
    cell = (home * league.teams + away) * league.slots + slot
    for entry in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        step = sign * league.cell_entry[entry, 1]
        add_to_counter(league, solution, league.cell_entry[entry, 0], step)


@inlined_kernel
def restore_game(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    sign: int,
) -> None:
    """Add or subtract a game to all counters, without its cost."""
    cell = (home * league.teams + away) * league.slots + slot
    for entry in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        solution.count[league.cell_entry[entry, 0]] += (
            sign * league.cell_entry[entry, 1]
        )


@inlined_kernel
def counter_delta(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    hard: float,
) -> float:
    """Return the cost in milli-points that a game in a free cell would add to counters.

    `hard` is the cost of a unit of hard deviation. Conditions are not considered.
    """
    cell = (home * league.teams + away) * league.slots + slot
    added = 0.0
    for entry in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[entry, 0]
        before = solution.count[counter]
        after = before + league.cell_entry[entry, 1]
        if is_within_limits(league, counter, before, after):
            continue
        change = units_outside(league, counter, after) - units_outside(
            league, counter, before
        )
        unit = 1000.0 if league.counter_row[counter, _TOTAL] == SOFT else hard
        added += unit * change * league.counter_row[counter, _WEIGHT]
    return added
