"""Cost of the gap, in rounds, between the two games of a pair."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.round_robin_solution import RoundRobinSolution


@inner_kernel
def add_gap_deltas(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Add the change in the cost of gaps by the staged move to the delta."""
    for number in range(solution.moved_game_count):
        home, away = solution.moved_games[number, 0], solution.moved_games[number, 1]
        back = solution.round_of[away, home]
        new_back = solution.new_round[away, home]
        if new_back != back and home > away:
            # The pair's other game moves too; the pair is evaluated there.
            continue
        before = abs(solution.moved_games[number, 2] - back) - 1
        after = abs(solution.moved_games[number, 3] - new_back) - 1
        if before != after:
            add_gap_cost(league, home, away, before, -1, solution.delta)
            add_gap_cost(league, home, away, after, 1, solution.delta)


@inlined_kernel
def add_gap_cost(
    league: CompiledLeague, one: int, other: int, gap: int, sign: int, to: Ints
) -> None:
    """Add the cost of a gap of a pair to hard and soft cost.

    Parameters
    ----------
    league
        League with the gap rules.
    one, other
        Teams of the pair.
    gap
        Rounds between their games.
    sign
        1 to add, -1 to subtract.
    to
        Hard and soft cost, changed in place.
    """
    for number in range(league.comparison_start):
        rule = league.pair_rules[number]
        if in_teams(rule[3], one) and in_teams(rule[3], other):
            amount = max(0, rule[4] - gap) + max(0, gap - rule[5])
            to[rule[1]] += sign * amount * rule[2]
