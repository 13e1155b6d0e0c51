"""Carry-over effects: who meets whom right after whom, the season being a circle.

Russell 1980, Biometrika 67(1), doi 10.1093/biomet/67.1.127.
"""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.counters import shift_counter
from flextime_solver.solution.solution import Solution

_OPPONENT = 3


@inner_kernel
def evaluate_effects(
    league: CompiledLeague, solution: Solution, team: int, games: int
) -> None:
    """Replace the effects of a team's old order of opponents by those of the new.

    The new order stands in ``solution.sequence``.
    """
    value = 0
    last = solution.order_length[team] - 1
    for game in range(last + 1):
        before = game - 1 if game > 0 else last
        giver, taker = solution.order[team, before], solution.order[team, game]
        value -= 2 * solution.effects[giver, taker] - 1
        solution.effects[giver, taker] -= 1
    for game in range(games):
        solution.order[team, game] = solution.sequence[_OPPONENT, game]
    solution.order_length[team] = games
    for game in range(games):
        before = game - 1 if game > 0 else games - 1
        giver, taker = solution.order[team, before], solution.order[team, game]
        value += 2 * solution.effects[giver, taker] + 1
        solution.effects[giver, taker] += 1
    for place in range(league.carry_over_counters):
        shift_counter(league, solution, league.carry_over_counter[place], value)
