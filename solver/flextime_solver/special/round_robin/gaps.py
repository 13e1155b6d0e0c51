"""Rounds between the two games of a pair."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.fixtures import Fixtures


@inner_kernel
def add_gaps(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Add what the move changes between the games of pairs."""
    for number in range(fixtures.moved_count):
        home, away = fixtures.moved[number, 0], fixtures.moved[number, 1]
        back = fixtures.round_of[away, home]
        new_back = fixtures.new_round[away, home]
        if new_back != back and home > away:
            # Its other game, which moves too, stands for both.
            continue
        before = abs(fixtures.moved[number, 2] - back) - 1
        after = abs(fixtures.moved[number, 3] - new_back) - 1
        if before != after:
            add_gap(league, home, away, before, -1, fixtures.change)
            add_gap(league, home, away, after, 1, fixtures.change)


@inlined_kernel
def add_gap(
    league: CompiledLeague, one: int, other: int, gap: int, sign: int, to: Ints
) -> None:
    """Add what so many rounds between two games of a pair cost, hard and soft."""
    for number in range(league.comparison_start):
        rule = league.pair_rules[number]
        if in_teams(rule[3], one) and in_teams(rule[3], other):
            amount = max(0, rule[4] - gap) + max(0, gap - rule[5])
            to[rule[1]] += sign * amount * rule[2]
