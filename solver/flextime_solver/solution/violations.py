"""How far a solution is from each rule, for whoever weighs rules one by one."""

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
from flextime_solver.solution.sequence_constraints import deviation
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import team_sequence

_LOW, _HIGH, _WEIGHT, _TOTAL, _UNIT = range(5)
_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)


class Deviations(NamedTuple):
    """Of each counter, and of each sequence rule over all teams."""

    counters: Ints
    sequences: Ints


def deviations_of(league: CompiledLeague, solution: Solution) -> Deviations:
    """How far a solution is from each rule of its league."""
    of_sequences = np.zeros(MAX_RULES, dtype=np.int64)
    _add_sequence_deviations(league, solution, of_sequences)
    return Deviations(_counter_deviations(league, solution), of_sequences)


def cost_of_sums(league: CompiledLeague, count: Ints) -> int:
    """What soft rules that add up a value of all teams cost, from counters' counts."""
    sums = league.value_counter[: league.team_values]
    rows = league.counter_row[sums]
    soft = rows[:, _TOTAL] == SOFT
    outside = np.maximum(0, count[sums] - rows[:, _HIGH])
    outside += np.maximum(0, rows[:, _LOW] - count[sums])
    return int((outside * rows[:, _WEIGHT])[soft].sum())


def _counter_deviations(league: CompiledLeague, solution: Solution) -> Ints:
    """Of each counter; a broken condition is one of its first counter."""
    size = league.counters
    rows, counts = league.counter_row[:size], solution.count[:size]
    outside = np.maximum(0, counts - rows[:, _HIGH])
    outside += np.maximum(0, rows[:, _LOW] - counts)
    found: Ints = -(-outside // rows[:, _UNIT])
    for first, second, forbidden in league.conditions:
        if first == second:
            # Rows beyond the league's own are all zeros.
            break
        if counts[first] > 0 and (counts[second] > 0) == bool(forbidden):
            found[first] += 1
    return found


@kernel
def _add_sequence_deviations(
    league: CompiledLeague, solution: Solution, found: Ints
) -> None:
    """Add up each sequence rule's, over all teams; counters have what they share."""
    for team in range(league.teams):
        games, _ = team_sequence(league, solution, team)
        first, last = league.team_rule_start[team], league.team_rule_start[team + 1]
        for place in range(first, last):
            number = league.team_rule[place]
            rule = league.sequence_rules[number]
            if rule[0] not in (_BREAKS_TOGETHER, _TRAVEL_TOGETHER):
                found[number] += deviation(league, solution, rule, games)
