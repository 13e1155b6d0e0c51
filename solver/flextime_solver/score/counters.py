"""Counters: what a rule has counted so far, and what that costs."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.score.board import Board


@inner_kernel
def shift_counter(
    league: CompiledLeague, board: Board, counter: int, change: int
) -> None:
    """Add to a counter, and what that costs to the board's total."""
    before = board.count[counter]
    after = before + change
    low, high = league.counter_low[counter], league.counter_high[counter]
    added = (max(0, after - high) + max(0, low - after)) - (
        max(0, before - high) + max(0, low - before)
    )
    if added != 0:
        board.total[league.counter_total[counter]] += (
            added * league.counter_weight[counter]
        )
    board.count[counter] = after
