"""Counters: what a rule has counted so far, and what that costs."""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.solution import Solution

_LOW, _HIGH, _WEIGHT, _TOTAL, _UNIT, _CONDITION = range(6)


@inlined_kernel
def shift_counter(
    league: CompiledLeague, solution: Solution, counter: int, change: int
) -> None:
    """Add to a counter, and what that costs to the solution's total."""
    before = solution.count[counter]
    after = before + change
    condition = league.counter_row[counter, _CONDITION]
    if condition >= 0:
        _shift_condition(league, solution, condition, counter, after)
    elif not lies_within(league, counter, before, after):
        added = excess(league, counter, after) - excess(league, counter, before)
        solution.total[league.counter_row[counter, _TOTAL]] += (
            added * league.counter_row[counter, _WEIGHT]
        )
    solution.count[counter] = after


@inlined_kernel
def lies_within(league: CompiledLeague, counter: int, one: int, other: int) -> bool:
    """Whether neither of two counts is outside the limits, as most are."""
    return bool(
        league.counter_row[counter, _LOW] <= min(one, other)
        and max(one, other) <= league.counter_row[counter, _HIGH]
    )


@inlined_kernel
def excess(league: CompiledLeague, counter: int, count: int) -> int:
    """Units that a count lies outside its limits; a begun unit counts whole."""
    unit = league.counter_row[counter, _UNIT]
    outside = max(0, count - league.counter_row[counter, _HIGH]) + max(
        0, league.counter_row[counter, _LOW] - count
    )
    if unit == 1:
        return int(outside)
    return int((outside + unit - 1) // unit)


@inner_kernel
def _shift_condition(
    league: CompiledLeague, solution: Solution, condition: int, counter: int, after: int
) -> None:
    """If the first counter is above 0, so must the second be, or must not be."""
    first, second, forbidden = league.conditions[condition]
    ifs, thens = solution.count[first], solution.count[second]
    before_broken = ifs > 0 and (thens > 0) == (forbidden == 1)
    if counter == first:
        ifs = after
    else:
        thens = after
    now_broken = ifs > 0 and (thens > 0) == (forbidden == 1)
    if now_broken != before_broken:
        solution.total[league.counter_row[first, _TOTAL]] += (
            int(now_broken) - int(before_broken)
        ) * league.counter_row[first, _WEIGHT]
