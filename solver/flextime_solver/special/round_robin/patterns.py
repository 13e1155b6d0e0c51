"""What a team's pattern of home and away rounds costs: breaks, runs, windows."""

from flextime_solver.instance.compiled_league import (
    HARD,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.jit.bits import count_ones
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.special.round_robin.counting import add_pending
from flextime_solver.special.round_robin.fixtures import COUNT, PENDING, Fixtures
from flextime_solver.special.round_robin.windows import excess_in_windows

_RUN, _BREAKS = int(SequenceRule.RUN), int(SequenceRule.BREAKS)
_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_HOME, _AWAY = 0, 1


@inner_kernel
def find_new_patterns(fixtures: Fixtures) -> None:
    """List the teams whose home rounds the move changes."""
    hosts = 0
    for number in range(fixtures.moved_count):
        team = fixtures.moved[number, 0]
        if fixtures.has_moved[team] == 0:
            fixtures.has_moved[team] = 1
            fixtures.new_home[team] = fixtures.home[team]
            fixtures.moved_teams[hosts] = team
            hosts += 1
        before, after = fixtures.moved[number, 2], fixtures.moved[number, 3]
        fixtures.new_home[team] ^= (1 << before) ^ (1 << after)
    changed = 0
    for place in range(hosts):
        team = fixtures.moved_teams[place]
        fixtures.has_moved[team] = 0
        if fixtures.new_home[team] != fixtures.home[team]:
            fixtures.moved_teams[changed] = team
            changed += 1
    fixtures.moved_team_count = changed


@inner_kernel
def add_patterns(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Add what the new patterns cost, and what the old count_ones did no more."""
    for value in range(league.team_values):
        fixtures.counter[league.value_counter[value], PENDING] = 0
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        cost_of_pattern(league, fixtures, team, fixtures.new_home[team])
        for part in range(2):
            fixtures.change[part] += (
                fixtures.new_cost[team, part] - fixtures.team_cost[team, part]
            )
        for value in range(league.team_values):
            fixtures.counter[league.value_counter[value], PENDING] += (
                fixtures.new_value[team, value] - fixtures.team_value[team, value]
            )
    for value in range(league.team_values):
        add_pending(fixtures, league.value_counter[value])


@inner_kernel
def take_over_patterns(league: CompiledLeague, fixtures: Fixtures) -> None:
    for value in range(league.team_values):
        row = fixtures.counter[league.value_counter[value]]
        row[COUNT] += row[PENDING]
        row[PENDING] = 0
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        fixtures.home[team] = fixtures.new_home[team]
        for part in range(2):
            fixtures.team_cost[team, part] = fixtures.new_cost[team, part]
        for value in range(league.team_values):
            fixtures.team_value[team, value] = fixtures.new_value[team, value]


@inner_kernel
def cost_of_pattern(
    league: CompiledLeague, fixtures: Fixtures, team: int, home: int
) -> None:
    """Write to `new_cost` and `new_value` what the home rounds of a team cost."""
    hard, soft = 0, 0
    first, last = league.team_rule_start[team], league.opponent_rule_start[team]
    for place in range(first, last):
        rule = league.sequence_rules[league.team_rule[place]]
        amount = pattern_deviation(fixtures, rule, home)
        if rule[0] == _BREAKS_TOGETHER:
            fixtures.new_value[team, rule[4]] = amount
        elif rule[1] == HARD:
            hard += amount * rule[2]
        else:
            soft += amount * rule[2]
    fixtures.new_cost[team, 0] = hard
    fixtures.new_cost[team, 1] = soft


@inner_kernel
def pattern_deviation(fixtures: Fixtures, rule: Ints, home: int) -> int:
    """How far a team is from a rule of its own; its breaks, where these add up."""
    code, rounds = rule[0], fixtures.rounds
    if code == _BREAKS_TOGETHER:
        return _breaks(home, rule[3], rounds, rule[6])
    if code == _BREAKS:
        breaks = _breaks(home, rule[3], rounds, rule[5])
        return int(max(0, breaks - rule[4]) + max(0, rule[9] - breaks))
    if code == _RUN:
        bits = _rounds_at(home, _HOME if rule[3] else _AWAY, rounds)
        return excess_in_windows(fixtures, bits, rule[4] + 1, 0, rule[4])
    bits = _rounds_at(home, rule[4], rounds)
    return excess_in_windows(fixtures, bits, rule[3], rule[5], rule[6])


@inlined_kernel
def _rounds_at(home: int, side: int, rounds: int) -> int:
    everything = (1 << rounds) - 1
    if side == _HOME:
        return home
    return ~home & everything if side == _AWAY else everything


@inner_kernel
def _breaks(home: int, side: int, rounds: int, slots: int) -> int:
    """Rounds of `slots` in which a team is on the same side as the round before."""
    count = 0
    if side != _AWAY:
        count += count_ones(home & (home << 1) & slots)
    if side != _HOME:
        away = _rounds_at(home, _AWAY, rounds)
        count += count_ones(away & (away << 1) & slots)
    return int(count)
