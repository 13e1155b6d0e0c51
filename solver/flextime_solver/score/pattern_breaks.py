"""Breaks of a team that plays in every slot, counted from the bits of its pattern.

Its games need not be lined up for that: a break is two bits side by side.
"""

from flextime_solver.kernel import inlined_kernel, inner_kernel
from flextime_solver.model.compiled import CompiledLeague, Ints
from flextime_solver.model.masks import SLOTS_PER_MASK
from flextime_solver.score.bits import ones
from flextime_solver.score.board import Board

_EITHER = 2


@inlined_kernel
def plays_in_every_slot(league: CompiledLeague, board: Board, team: int) -> bool:
    """Whether slots are the team's games; a second slot of a round would be empty."""
    return bool(board.games[team] == league.slots)


@inner_kernel
def breaks_of_pattern(
    league: CompiledLeague, board: Board, team: int, side: int, masks: Ints
) -> int:
    """What `count_breaks` counts in the games of a team that plays in every slot."""
    count = 0
    for one_side in range(2):
        if side not in (one_side, _EITHER):
            continue
        last_before = 0
        for word in range((league.slots - 1) // SLOTS_PER_MASK + 1):
            slots = board.pattern[team, one_side, word]
            after_one = (slots << 1) | last_before
            count += ones(slots & after_one & masks[word])
            last_before = slots >> (SLOTS_PER_MASK - 1)
    return count
