"""Cost of home-away patterns: breaks, runs, and windows of rounds.

A pattern is the bit set of a team's home rounds, so that breaks and runs of all rounds
are found by a few shifts. Only teams whose pattern a move changes are evaluated again.
"""

from flextime_solver.instance.compiled_league import (
    HARD,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.jit.bits import count_ones
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.special.round_robin.counters import add_pending_delta
from flextime_solver.special.round_robin.round_robin_solution import (
    COUNT,
    PENDING,
    RoundRobinSolution,
)
from flextime_solver.special.round_robin.window_excess import window_excess

_RUN, _BREAKS = int(SequenceRule.RUN), int(SequenceRule.BREAKS)
_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_HOME, _AWAY = 0, 1


@inner_kernel
def find_changed_patterns(solution: RoundRobinSolution) -> None:
    """List the teams whose pattern the staged move changes in `changed_teams`."""
    hosts = 0
    for number in range(solution.moved_game_count):
        team = solution.moved_games[number, 0]
        if solution.is_changed[team] == 0:
            solution.is_changed[team] = 1
            solution.new_home[team] = solution.home[team]
            solution.changed_teams[hosts] = team
            hosts += 1
        before, after = solution.moved_games[number, 2], solution.moved_games[number, 3]
        solution.new_home[team] ^= (1 << before) ^ (1 << after)
    changed = 0
    for place in range(hosts):
        team = solution.changed_teams[place]
        solution.is_changed[team] = 0
        if solution.new_home[team] != solution.home[team]:
            solution.changed_teams[changed] = team
            changed += 1
    solution.changed_team_count = changed


@inner_kernel
def add_pattern_deltas(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Add the cost of the new patterns to the delta, less that of the old ones."""
    for value in range(league.team_values):
        solution.counter[league.value_counter[value], PENDING] = 0
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        evaluate_pattern(league, solution, team, solution.new_home[team])
        for part in range(2):
            solution.delta[part] += (
                solution.new_cost[team, part] - solution.team_cost[team, part]
            )
        for value in range(league.team_values):
            solution.counter[league.value_counter[value], PENDING] += (
                solution.new_value[team, value] - solution.team_value[team, value]
            )
    for value in range(league.team_values):
        add_pending_delta(solution, league.value_counter[value])


@inner_kernel
def commit_patterns(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Accept the new patterns and their cost."""
    for value in range(league.team_values):
        row = solution.counter[league.value_counter[value]]
        row[COUNT] += row[PENDING]
        row[PENDING] = 0
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        solution.home[team] = solution.new_home[team]
        for part in range(2):
            solution.team_cost[team, part] = solution.new_cost[team, part]
        for value in range(league.team_values):
            solution.team_value[team, value] = solution.new_value[team, value]


@inner_kernel
def evaluate_pattern(
    league: CompiledLeague, solution: RoundRobinSolution, team: int, home: int
) -> None:
    """Write the cost of a team's pattern `home` to `new_cost` and `new_value`.

    Rules on the breaks of all teams together get a value, which their counter sums;
    the others a cost.
    """
    hard, soft = 0, 0
    first, last = league.team_rule_start[team], league.opponent_rule_start[team]
    for place in range(first, last):
        rule = league.sequence_rules[league.team_rule[place]]
        amount = pattern_deviation(solution, rule, home)
        if rule[0] == _BREAKS_TOGETHER:
            solution.new_value[team, rule[4]] = amount
        elif rule[1] == HARD:
            hard += amount * rule[2]
        else:
            soft += amount * rule[2]
    solution.new_cost[team, 0] = hard
    solution.new_cost[team, 1] = soft


@inner_kernel
def pattern_deviation(solution: RoundRobinSolution, rule: Ints, home: int) -> int:
    """Return a pattern's deviation from a rule, or its breaks for a rule that sums."""
    code, rounds = rule[0], solution.rounds
    if code == _BREAKS_TOGETHER:
        return _breaks(home, rule[3], rounds, rule[6])
    if code == _BREAKS:
        breaks = _breaks(home, rule[3], rounds, rule[5])
        return int(max(0, breaks - rule[4]) + max(0, rule[9] - breaks))
    if code == _RUN:
        bits = _rounds_on_side(home, _HOME if rule[3] else _AWAY, rounds)
        return window_excess(solution, bits, rule[4] + 1, 0, rule[4])
    bits = _rounds_on_side(home, rule[4], rounds)
    return window_excess(solution, bits, rule[3], rule[5], rule[6])


@inlined_kernel
def _rounds_on_side(home: int, side: int, rounds: int) -> int:
    everything = (1 << rounds) - 1
    if side == _HOME:
        return home
    return ~home & everything if side == _AWAY else everything


@inner_kernel
def _breaks(home: int, side: int, rounds: int, slots: int) -> int:
    """Return the number of breaks of a pattern in the rounds of `slots`, a bit set.

    A break is a round in which a team is at the same side as in the round before.
    """
    count = 0
    if side != _AWAY:
        count += count_ones(home & (home << 1) & slots)
    if side != _HOME:
        away = _rounds_on_side(home, _AWAY, rounds)
        count += count_ones(away & (away << 1) & slots)
    return int(count)
