"""Counters of games, and the cost of those outside their limits."""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.solution import Solution

_LOW, _HIGH, _WEIGHT, _TOTAL, _UNIT, _CONDITION = range(6)
"""Columns of `CompiledLeague.counter_row`."""


@inlined_kernel
def add_to_counter(
    league: CompiledLeague, solution: Solution, counter: int, change: int
) -> None:
    """Add `change` to a counter, and the difference in cost to the solution's total."""
    before = solution.count[counter]
    after = before + change
    condition = league.counter_row[counter, _CONDITION]
    if condition >= 0:
        _update_condition(league, solution, condition, counter, after)
    elif not is_within_limits(league, counter, before, after):
        added = units_outside(league, counter, after) - units_outside(
            league, counter, before
        )
        solution.total[league.counter_row[counter, _TOTAL]] += (
            added * league.counter_row[counter, _WEIGHT]
        )
    solution.count[counter] = after


@inlined_kernel
def is_within_limits(
    league: CompiledLeague, counter: int, one: int, other: int
) -> bool:
    """Return whether two values of a counter are both within its limits.

    It is the fast path of most changes: neither value costs anything.
    """
    return bool(
        league.counter_row[counter, _LOW] <= min(one, other)
        and max(one, other) <= league.counter_row[counter, _HIGH]
    )


@inlined_kernel
def units_outside(league: CompiledLeague, counter: int, count: int) -> int:
    """Return by how many units a value is outside a counter's limits, rounded up."""
    unit = league.counter_row[counter, _UNIT]
    outside = max(0, count - league.counter_row[counter, _HIGH]) + max(
        0, league.counter_row[counter, _LOW] - count
    )
    # Nearly all units are 1, and a division costs more than all the rest.
    if unit == 1:
        return int(outside)
    return int((outside + unit - 1) // unit)


@inner_kernel
def _update_condition(
    league: CompiledLeague, solution: Solution, condition: int, counter: int, after: int
) -> None:
    """Add the difference in cost of a condition one of whose counters changes."""
    first, second, forbidden = league.conditions[condition]
    ifs, thens = solution.count[first], solution.count[second]
    violated_before = ifs > 0 and (thens > 0) == (forbidden == 1)
    if counter == first:
        ifs = after
    else:
        thens = after
    violated_now = ifs > 0 and (thens > 0) == (forbidden == 1)
    if violated_now != violated_before:
        solution.total[league.counter_row[first, _TOTAL]] += (
            int(violated_now) - int(violated_before)
        ) * league.counter_row[first, _WEIGHT]
