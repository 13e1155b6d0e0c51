"""Evaluation of one team: the cost of its sequence of games, and its travel."""

from flextime_solver.instance.compiled_league import (
    HARD,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.breaks import (
    count_breaks,
    count_breaks_in_pattern,
    plays_in_every_slot,
)
from flextime_solver.solution.carry_over_effects import update_carry_over
from flextime_solver.solution.counters import add_to_counter
from flextime_solver.solution.sequence_deviations import sequence_deviation
from flextime_solver.solution.slot_patterns import has_new_pattern
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import team_sequence, team_travel_m

_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)
_PATTERN_HARD, _PATTERN_SOFT = 3, 4
"""Columns of `Solution.team_cost` that depend on the team's pattern alone."""


@inner_kernel
def evaluate_team(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Bring the cost of a touched team's sequence up to date.

    The rules of a team are in two groups: those over sides and dates, whose cost stays
    the same while the pattern does, and those over opponents. The sequence is only
    built if one of the groups needs it.
    """
    new_pattern = has_new_pattern(solution, team)
    if league.breaks_only[team] and plays_in_every_slot(league, solution, team):
        if new_pattern:
            _evaluate_breaks(league, solution, team)
        return
    last = league.team_rule_start[team + 1]
    first_of_opponents = league.opponent_rule_start[team]
    metres = 0
    if new_pattern or first_of_opponents < last or league.carry_over_counters > 0:
        games, metres = team_sequence(league, solution, team)
        if league.carry_over_counters > 0:
            update_carry_over(league, solution, team, games)
        if new_pattern:
            first = league.team_rule_start[team]
            hard, soft = _cost_of_rules(
                league, solution, team, first, first_of_opponents, games, metres
            )
            solution.team_cost[team, _PATTERN_HARD] = (
                hard + abs(games - league.games_per_team) * league.base_weight
            )
            solution.team_cost[team, _PATTERN_SOFT] = soft
        hard, soft = _cost_of_rules(
            league, solution, team, first_of_opponents, last, games, metres
        )
    else:
        hard, soft = 0, 0
        if league.has_distances:
            metres = team_travel_m(league, solution, team)
    hard += solution.team_cost[team, _PATTERN_HARD]
    soft += solution.team_cost[team, _PATTERN_SOFT]
    _set_team_cost(solution, team, 0, hard, HARD)
    _set_team_cost(solution, team, 1, soft, SOFT)
    _set_team_cost(solution, team, 2, metres, TRAVEL)


@inner_kernel
def _evaluate_breaks(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Evaluate a team of `CompiledLeague.breaks_only` from its pattern alone."""
    hard = abs(solution.games[team] - league.games_per_team) * league.base_weight
    soft = 0
    for index in range(league.team_rule_start[team], league.team_rule_start[team + 1]):
        rule = league.sequence_rules[league.team_rule[index]]
        if rule[0] == _BREAKS_TOGETHER:
            breaks = count_breaks_in_pattern(
                league, solution, team, rule[3], rule[6:10]
            )
            _set_team_value(league, solution, team, rule, breaks)
            continue
        breaks = count_breaks_in_pattern(league, solution, team, rule[3], rule[5:9])
        cost = (max(0, breaks - rule[4]) + max(0, rule[9] - breaks)) * rule[2]
        if rule[1] == HARD:
            hard += cost
        else:
            soft += cost
    solution.team_cost[team, _PATTERN_HARD] = hard
    solution.team_cost[team, _PATTERN_SOFT] = soft
    _set_team_cost(solution, team, 0, hard, HARD)
    _set_team_cost(solution, team, 1, soft, SOFT)


@inner_kernel
def _set_team_cost(
    solution: Solution, team: int, column: int, cost: int, total: int
) -> None:
    solution.total[total] += cost - solution.team_cost[team, column]
    solution.team_cost[team, column] = cost


@inner_kernel
def _cost_of_rules(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    team: int,
    first: int,
    last: int,
    games: int,
    metres: int,
) -> tuple[int, int]:
    """Return hard and soft cost of the rules at `first` to `last` of `team_rule`.

    The team's sequence must be in ``solution.sequence``.
    """
    hard, soft = 0, 0
    for index in range(first, last):
        rule = league.sequence_rules[league.team_rule[index]]
        if rule[0] == _BREAKS_TOGETHER:
            breaks = count_breaks(solution.sequence, games, rule[3], rule[6:10])
            _set_team_value(league, solution, team, rule, breaks)
            continue
        if rule[0] == _TRAVEL_TOGETHER:
            _set_team_value(league, solution, team, rule, metres)
            continue
        cost = sequence_deviation(league, solution, rule, games) * rule[2]
        if rule[1] == HARD:
            hard += cost
        else:
            soft += cost
    return hard, soft


@inner_kernel
def _set_team_value(
    league: CompiledLeague, solution: Solution, team: int, rule: Ints, value: int
) -> None:
    """Store a team's contribution to a counter that adds up all teams."""
    before = solution.team_value[team, rule[4]]
    if value != before:
        add_to_counter(league, solution, rule[5], value - before)
        solution.team_value[team, rule[4]] = value
