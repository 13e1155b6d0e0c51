"""Violations of a solution rule by rule, for searches that weight each rule."""

from typing import NamedTuple

import numpy as np

from flextime_solver.instance.compiled_league import (
    SOFT,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.jit.kernels import kernel
from flextime_solver.jit.records import MAX_RULES
from flextime_solver.solution.sequence_deviations import sequence_deviation
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import team_sequence

_LOW, _HIGH, _WEIGHT, _TOTAL, _UNIT = range(5)
"""Columns of `CompiledLeague.counter_row`."""
_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)


class Deviations(NamedTuple):
    """Unweighted deviations of a solution, rule by rule."""

    counters: Ints
    """Units outside the limits of each counter."""
    sequences: Ints
    """Sum over all teams for each row of `CompiledLeague.sequence_rules`."""


def deviations_of(league: CompiledLeague, solution: Solution) -> Deviations:
    """Return the deviations of an evaluated solution, rule by rule."""
    of_sequences = np.zeros(MAX_RULES, dtype=np.int64)
    _add_sequence_deviations(league, solution, of_sequences)
    return Deviations(_counter_deviations(league, solution), of_sequences)


def aggregate_soft_cost(league: CompiledLeague, count: Ints) -> int:
    """Return the cost in points of soft rules that add up one value per team.

    Parameters
    ----------
    count
        Value of each counter (`Solution.count`).
    """
    sums = league.value_counter[: league.team_values]
    rows = league.counter_row[sums]
    soft = rows[:, _TOTAL] == SOFT
    return int((_units_outside(rows, count[sums]) * rows[:, _WEIGHT])[soft].sum())


def _counter_deviations(league: CompiledLeague, solution: Solution) -> Ints:
    """Return each counter's deviation; conditions count at their first counter."""
    size = league.counters
    rows, counts = league.counter_row[:size], solution.count[:size]
    found = _units_outside(rows, counts)
    for first, second, forbidden in league.conditions:
        if first == second:
            # Rows beyond the league's own are all zeros.
            break
        if counts[first] > 0 and (counts[second] > 0) == bool(forbidden):
            found[first] += 1
    return found


def _units_outside(rows: Ints, counts: Ints) -> Ints:
    """Return by how many units, rounded up, counters are outside their limits."""
    outside = np.maximum(0, counts - rows[:, _HIGH])
    outside += np.maximum(0, rows[:, _LOW] - counts)
    units: Ints = -(-outside // rows[:, _UNIT])
    return units


@kernel
def _add_sequence_deviations(
    league: CompiledLeague, solution: Solution, found: Ints
) -> None:
    """Add up each sequence rule over all teams, but for those that are counters."""
    for team in range(league.teams):
        games, _ = team_sequence(league, solution, team)
        first, last = league.team_rule_start[team], league.team_rule_start[team + 1]
        for index in range(first, last):
            number = league.team_rule[index]
            rule = league.sequence_rules[number]
            if rule[0] not in (_BREAKS_TOGETHER, _TRAVEL_TOGETHER):
                found[number] += sequence_deviation(league, solution, rule, games)
