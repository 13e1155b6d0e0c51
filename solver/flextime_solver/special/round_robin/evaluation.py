"""Evaluation of a solution from scratch: its cost, and its deviation from each rule."""

import numpy as np

from flextime_solver.instance.compiled_league import CompiledLeague, Ints, SequenceRule
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.jit.records import MAX_RULES
from flextime_solver.solution.violations import Deviations
from flextime_solver.special.round_robin.counters import count_all_games, deviation
from flextime_solver.special.round_robin.home_away_patterns import (
    evaluate_pattern,
    pattern_deviation,
)
from flextime_solver.special.round_robin.home_game_differences import (
    evaluate_pair,
    set_pair_cost,
    write_cumulative_home,
)
from flextime_solver.special.round_robin.meeting_gaps import add_gap_cost
from flextime_solver.special.round_robin.opponent_windows import (
    evaluate_windows,
    window_count,
    window_deviation,
    window_rule,
)
from flextime_solver.special.round_robin.round_robin_annealing import update_best
from flextime_solver.special.round_robin.round_robin_solution import (
    COUNT,
    HIGH,
    LOW,
    TOTAL,
    WEIGHT,
    RoundRobinSolution,
)

_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)


@kernel
def evaluate_from_scratch(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Compute all costs of a solution by the present weights of the league's rules."""
    solution.total[:] = 0
    count_all_games(league, solution)
    for team in range(solution.teams):
        _evaluate_pattern(league, solution, team)
        evaluate_windows(league, solution, team)
    for counter in range(league.counters):
        row = solution.counter[counter]
        solution.total[row[TOTAL]] += deviation(row, row[COUNT]) * row[WEIGHT]
    solution.team_pair_cost[:] = 0
    solution.pair_cost[:] = 0
    for one in range(solution.teams):
        for other in range(one + 1, solution.teams):
            _evaluate_pair(league, solution, one, other)
    update_best(solution)


@inner_kernel
def _evaluate_pattern(
    league: CompiledLeague, solution: RoundRobinSolution, team: int
) -> None:
    home = solution.home[team]
    evaluate_pattern(league, solution, team, home)
    write_cumulative_home(solution, team, home)
    for part in range(2):
        solution.team_cost[team, part] = solution.new_cost[team, part]
        solution.total[part] += solution.new_cost[team, part]
    for value in range(league.team_values):
        amount = solution.new_value[team, value]
        solution.team_value[team, value] = amount
        solution.counter[league.value_counter[value], COUNT] += amount
    for round_ in range(solution.rounds):
        solution.cumulative_home[team, round_] = solution.new_cumulative_home[
            team, round_
        ]


@inner_kernel
def _evaluate_pair(
    league: CompiledLeague, solution: RoundRobinSolution, one: int, other: int
) -> None:
    evaluate_pair(league, solution, one, other)
    set_pair_cost(solution, one, other)
    for part in range(2):
        solution.total[part] += solution.pair_cost[one, other, part]
    gap = abs(solution.round_of[one, other] - solution.round_of[other, one]) - 1
    add_gap_cost(league, one, other, gap, 1, solution.total)


def deviations_of(league: CompiledLeague, solution: RoundRobinSolution) -> Deviations:
    """Return the deviations of a solution from each rule of its league."""
    rows = solution.counter[: league.counters].astype(np.int64)
    deviation: Ints = np.maximum(0, rows[:, COUNT] - rows[:, HIGH])
    deviation += np.maximum(0, rows[:, LOW] - rows[:, COUNT])
    of_sequences = np.zeros(MAX_RULES, dtype=np.int64)
    _add_sequence_deviations(league, solution, of_sequences)
    return Deviations(deviation, of_sequences)


@kernel
def _add_sequence_deviations(
    league: CompiledLeague, solution: RoundRobinSolution, found: Ints
) -> None:
    """Sum the deviations from each sequence rule over all teams.

    Rules that sum a value over teams are left out, because counters hold them.
    """
    for team in range(solution.teams):
        first, last = league.team_rule_start[team], league.opponent_rule_start[team]
        for place in range(first, last):
            number = league.team_rule[place]
            rule = league.sequence_rules[number]
            if rule[0] != _BREAKS_TOGETHER:
                home = solution.home[team]
                found[number] += pattern_deviation(solution, rule, home)
        for window in range(window_count(league, team)):
            rule = window_rule(league, team, window)
            counted = solution.counted_rounds[team, window]
            amount = window_deviation(solution, rule, counted)
            found[league.team_rule[last + window]] += amount
