"""Breaks of a team that plays in every slot, counted from the bits of its pattern.

Its games need not be lined up for that: a break is two bits side by side.
"""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.jit.bits import ones
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.solution import Solution

_EITHER = 2


@inlined_kernel
def plays_in_every_slot(league: CompiledLeague, solution: Solution, team: int) -> bool:
    """Whether slots are the team's games; a second slot of a round would be empty."""
    return bool(solution.games[team] == league.slots)


@inner_kernel
def breaks_of_pattern(
    league: CompiledLeague, solution: Solution, team: int, side: int, masks: Ints
) -> int:
    """What `count_breaks` counts in the games of a team that plays in every slot."""
    count = 0
    for one_side in range(2):
        if side not in (one_side, _EITHER):
            continue
        last_before = 0
        for word in range((league.slots - 1) // SLOTS_PER_MASK + 1):
            slots = solution.pattern[team, one_side, word]
            after_one = (slots << 1) | last_before
            count += ones(slots & after_one & masks[word])
            last_before = slots >> (SLOTS_PER_MASK - 1)
    return count
