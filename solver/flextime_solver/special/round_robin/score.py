"""The cost of fixtures from nothing, and how far they are from each rule."""

import numpy as np

from flextime_solver.instance.compiled_league import CompiledLeague, Ints, SequenceRule
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.jit.records import MAX_RULES
from flextime_solver.solution.violations import Deviations
from flextime_solver.special.round_robin.anneal import keep_best
from flextime_solver.special.round_robin.comparisons import (
    compare,
    set_pair_cost,
    write_lead,
)
from flextime_solver.special.round_robin.counting import count_games, outside
from flextime_solver.special.round_robin.fixtures import (
    COUNT,
    HIGH,
    LOW,
    TOTAL,
    WEIGHT,
    Fixtures,
)
from flextime_solver.special.round_robin.gaps import add_gap
from flextime_solver.special.round_robin.patterns import (
    cost_of_pattern,
    pattern_deviation,
)
from flextime_solver.special.round_robin.windows import (
    score_windows,
    window_deviation,
    window_rule,
    windows_of,
)

_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)


@kernel
def score(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Count everything anew, with the weights that the league's rules have now."""
    fixtures.total[:] = 0
    count_games(league, fixtures)
    for team in range(fixtures.teams):
        _score_pattern(league, fixtures, team)
        score_windows(league, fixtures, team)
    for counter in range(league.counters):
        row = fixtures.counter[counter]
        fixtures.total[row[TOTAL]] += outside(row, row[COUNT]) * row[WEIGHT]
    fixtures.team_pair_cost[:] = 0
    fixtures.pair_cost[:] = 0
    for one in range(fixtures.teams):
        for other in range(one + 1, fixtures.teams):
            _score_pair(league, fixtures, one, other)
    keep_best(fixtures)


@inner_kernel
def _score_pattern(league: CompiledLeague, fixtures: Fixtures, team: int) -> None:
    home = fixtures.home[team]
    cost_of_pattern(league, fixtures, team, home)
    write_lead(fixtures, team, home)
    for part in range(2):
        fixtures.team_cost[team, part] = fixtures.new_cost[team, part]
        fixtures.total[part] += fixtures.new_cost[team, part]
    for value in range(league.team_values):
        amount = fixtures.new_value[team, value]
        fixtures.team_value[team, value] = amount
        fixtures.counter[league.value_counter[value], COUNT] += amount
    for round_ in range(fixtures.rounds):
        fixtures.lead[team, round_] = fixtures.new_lead[team, round_]


@inner_kernel
def _score_pair(
    league: CompiledLeague, fixtures: Fixtures, one: int, other: int
) -> None:
    compare(league, fixtures, one, other)
    set_pair_cost(fixtures, one, other)
    for part in range(2):
        fixtures.total[part] += fixtures.pair_cost[one, other, part]
    gap = abs(fixtures.round_of[one, other] - fixtures.round_of[other, one]) - 1
    add_gap(league, one, other, gap, 1, fixtures.total)


def deviations_of(league: CompiledLeague, fixtures: Fixtures) -> Deviations:
    """How far the fixtures are from each rule of their league."""
    rows = fixtures.counter[: league.counters].astype(np.int64)
    outside: Ints = np.maximum(0, rows[:, COUNT] - rows[:, HIGH])
    outside += np.maximum(0, rows[:, LOW] - rows[:, COUNT])
    of_sequences = np.zeros(MAX_RULES, dtype=np.int64)
    _add_sequence_deviations(league, fixtures, of_sequences)
    return Deviations(outside, of_sequences)


@kernel
def _add_sequence_deviations(
    league: CompiledLeague, fixtures: Fixtures, found: Ints
) -> None:
    """Add up each sequence rule's, over all teams; counters have what they share."""
    for team in range(fixtures.teams):
        first, last = league.team_rule_start[team], league.opponent_rule_start[team]
        for place in range(first, last):
            number = league.team_rule[place]
            rule = league.sequence_rules[number]
            if rule[0] != _BREAKS_TOGETHER:
                home = fixtures.home[team]
                found[number] += pattern_deviation(fixtures, rule, home)
        for window in range(windows_of(league, team)):
            rule = window_rule(league, team, window)
            met = fixtures.met[team, window]
            amount = window_deviation(fixtures, rule, met)
            found[league.team_rule[last + window]] += amount
