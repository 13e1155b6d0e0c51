"""Carry-over effects: who meets whom right after whom, the season being a circle.

Russell 1980, Biometrika 67(1), doi 10.1093/biomet/67.1.127.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.counters import shift_counter

_OPPONENT = 3


@inner_kernel
def settle_effects(league: CompiledLeague, board: Board, team: int, games: int) -> None:
    """Replace the effects of a team's old order of opponents by those of the new.

    The new order stands in ``board.sequence``.
    """
    value = 0
    last = board.order_length[team] - 1
    for game in range(last + 1):
        before = game - 1 if game > 0 else last
        giver, taker = board.order[team, before], board.order[team, game]
        value -= 2 * board.effects[giver, taker] - 1
        board.effects[giver, taker] -= 1
    for game in range(games):
        board.order[team, game] = board.sequence[_OPPONENT, game]
    board.order_length[team] = games
    for game in range(games):
        before = game - 1 if game > 0 else games - 1
        giver, taker = board.order[team, before], board.order[team, game]
        value += 2 * board.effects[giver, taker] + 1
        board.effects[giver, taker] += 1
    for place in range(league.carry_over_counters):
        shift_counter(league, board, league.carry_over_counter[place], value)
