"""Carry-over effects: which team meets an opponent right after which other team.

A team gives an effect to the next opponent of each of its opponents; the season is
taken as a circle. The value of a season is the sum of squares over all pairs (Russell
1980, Balancing carry-over effects in round robin tournaments, Biometrika 67(1),
doi 10.1093/biomet/67.1.127).
"""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.counters import add_to_counter
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import OPPONENT


@inner_kernel
def update_carry_over(
    league: CompiledLeague, solution: Solution, team: int, games: int
) -> None:
    """Replace the effects of a team's stored order of opponents by those of the new.

    The new order is the first `games` columns of ``solution.sequence``.
    """
    # With an effect that falls or rises by 1, its square changes by 2n - 1 or 2n + 1.
    value = 0
    last = solution.opponent_count[team] - 1
    for game in range(last + 1):
        before = game - 1 if game > 0 else last
        giver = solution.opponent_order[team, before]
        receiver = solution.opponent_order[team, game]
        value -= 2 * solution.carry_over_effects[giver, receiver] - 1
        solution.carry_over_effects[giver, receiver] -= 1
    for game in range(games):
        solution.opponent_order[team, game] = solution.sequence[OPPONENT, game]
    solution.opponent_count[team] = games
    for game in range(games):
        before = game - 1 if game > 0 else games - 1
        giver = solution.opponent_order[team, before]
        receiver = solution.opponent_order[team, game]
        value += 2 * solution.carry_over_effects[giver, receiver] + 1
        solution.carry_over_effects[giver, receiver] += 1
    for index in range(league.carry_over_counters):
        add_to_counter(league, solution, league.carry_over_counter[index], value)
