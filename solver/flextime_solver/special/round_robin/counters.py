"""Counters of single games, and their delta evaluation."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.special.round_robin.round_robin_solution import (
    COUNT,
    HIGH,
    LOW,
    MAX_COUNT,
    PENDING,
    TOTAL,
    TOUCHED,
    WEIGHT,
    RoundRobinSolution,
)


@inlined_kernel
def deviation(row: Ints, count: int) -> int:
    """Return how far a count lies outside the limits of a counter's row."""
    return int(max(0, count - row[HIGH]) + max(0, row[LOW] - count))


@inner_kernel
def add_counter_deltas(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Evaluate the counters of the staged move's games and add to the delta."""
    rounds, teams = solution.rounds, solution.teams
    for number in range(solution.moved_game_count):
        home, away = solution.moved_games[number, 0], solution.moved_games[number, 1]
        first = (home * teams + away) * rounds
        _add_cell(league, solution, first + solution.moved_games[number, 2], -1)
        _add_cell(league, solution, first + solution.moved_games[number, 3], 1)
    for place in range(solution.touched_counter_count):
        add_pending_delta(solution, solution.touched_counters[place])


@inlined_kernel
def _add_cell(
    league: CompiledLeague, solution: RoundRobinSolution, cell: int, sign: int
) -> None:
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        solution.counter[counter, PENDING] += sign * league.cell_entry[place, 1]
        if solution.counter[counter, TOUCHED] == 0:
            solution.counter[counter, TOUCHED] = 1
            solution.touched_counters[solution.touched_counter_count] = counter
            solution.touched_counter_count += 1


@inlined_kernel
def add_pending_delta(solution: RoundRobinSolution, counter: int) -> None:
    """Add the cost of a counter's pending increment to the delta."""
    row = solution.counter[counter]
    if row[PENDING] != 0:
        amount = deviation(row, row[COUNT] + row[PENDING]) - deviation(row, row[COUNT])
        solution.delta[row[TOTAL]] += amount * row[WEIGHT]


@inlined_kernel
def discard_counters(solution: RoundRobinSolution) -> None:
    """Discard the pending increments."""
    for place in range(solution.touched_counter_count):
        counter = solution.touched_counters[place]
        solution.counter[counter, PENDING] = 0
        solution.counter[counter, TOUCHED] = 0
    solution.touched_counter_count = 0


@inlined_kernel
def commit_counters(solution: RoundRobinSolution) -> None:
    """Add the pending increments to the counts."""
    for place in range(solution.touched_counter_count):
        counter = solution.touched_counters[place]
        solution.counter[counter, COUNT] += solution.counter[counter, PENDING]
    discard_counters(solution)


@inner_kernel
def count_all_games(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Count all games, and copy the present limits and weights of the league."""
    for counter in range(league.counters):
        row, limits = solution.counter[counter], league.counter_row[counter]
        row[COUNT] = 0
        row[LOW] = max(-MAX_COUNT, limits[0])
        row[HIGH] = min(MAX_COUNT, limits[1])
        row[WEIGHT] = limits[2]
        row[TOTAL] = limits[3]
    for home in range(solution.teams):
        for away in range(solution.teams):
            if home != away:
                _count_game(league, solution, home, away)


@inlined_kernel
def _count_game(
    league: CompiledLeague, solution: RoundRobinSolution, home: int, away: int
) -> None:
    first = (home * solution.teams + away) * solution.rounds
    cell = first + solution.round_of[home, away]
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        solution.counter[counter, COUNT] += league.cell_entry[place, 1]
