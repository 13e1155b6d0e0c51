"""Counters of single games: what a move takes from them and brings to them."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.special.round_robin.fixtures import (
    COUNT,
    HIGH,
    LARGEST_COUNT,
    LOW,
    PENDING,
    TOTAL,
    TOUCHED,
    WEIGHT,
    Fixtures,
)


@inlined_kernel
def outside(row: Ints, count: int) -> int:
    """How far a count lies outside the limits of a counter's row."""
    return int(max(0, count - row[HIGH]) + max(0, row[LOW] - count))


@inner_kernel
def add_counters(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Add what the games of the move change in counters."""
    rounds, teams = fixtures.rounds, fixtures.teams
    for number in range(fixtures.moved_count):
        home, away = fixtures.moved[number, 0], fixtures.moved[number, 1]
        first = (home * teams + away) * rounds
        _count_cell(league, fixtures, first + fixtures.moved[number, 2], -1)
        _count_cell(league, fixtures, first + fixtures.moved[number, 3], 1)
    for place in range(fixtures.touched_count):
        add_pending(fixtures, fixtures.touched_counters[place])


@inlined_kernel
def _count_cell(
    league: CompiledLeague, fixtures: Fixtures, cell: int, sign: int
) -> None:
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        fixtures.counter[counter, PENDING] += sign * league.cell_entry[place, 1]
        if fixtures.counter[counter, TOUCHED] == 0:
            fixtures.counter[counter, TOUCHED] = 1
            fixtures.touched_counters[fixtures.touched_count] = counter
            fixtures.touched_count += 1


@inlined_kernel
def add_pending(fixtures: Fixtures, counter: int) -> None:
    """Add what a counter's pending steps cost."""
    row = fixtures.counter[counter]
    if row[PENDING] != 0:
        amount = outside(row, row[COUNT] + row[PENDING]) - outside(row, row[COUNT])
        fixtures.change[row[TOTAL]] += amount * row[WEIGHT]


@inlined_kernel
def forget_counters(fixtures: Fixtures) -> None:
    for place in range(fixtures.touched_count):
        counter = fixtures.touched_counters[place]
        fixtures.counter[counter, PENDING] = 0
        fixtures.counter[counter, TOUCHED] = 0
    fixtures.touched_count = 0


@inlined_kernel
def take_over_counters(fixtures: Fixtures) -> None:
    for place in range(fixtures.touched_count):
        counter = fixtures.touched_counters[place]
        fixtures.counter[counter, COUNT] += fixtures.counter[counter, PENDING]
    forget_counters(fixtures)


@inner_kernel
def count_games(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Count all games anew, with the limits and weights that the league has now."""
    for counter in range(league.counters):
        row, limits = fixtures.counter[counter], league.counter_row[counter]
        row[COUNT] = 0
        row[LOW] = max(-LARGEST_COUNT, limits[0])
        row[HIGH] = min(LARGEST_COUNT, limits[1])
        row[WEIGHT] = limits[2]
        row[TOTAL] = limits[3]
    for home in range(fixtures.teams):
        for away in range(fixtures.teams):
            if home != away:
                _count_game(league, fixtures, home, away)


@inlined_kernel
def _count_game(
    league: CompiledLeague, fixtures: Fixtures, home: int, away: int
) -> None:
    first = (home * fixtures.teams + away) * fixtures.rounds
    cell = first + fixtures.round_of[home, away]
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        fixtures.counter[counter, COUNT] += league.cell_entry[place, 1]
