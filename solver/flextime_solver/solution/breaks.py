"""Breaks: two games in a row of a team on the same side, home or away.

Sides are numbered 0 home, 1 away, 2 either. A set of slots is a row of masks
(`instance.masks`).
"""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.jit.bits import count_ones
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.membership import in_slots
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import AWAY, SLOT

_EITHER = 2


@inner_kernel
def count_breaks(sequence: Ints, games: int, side: int, masks: Ints) -> int:
    """Count the breaks of a side whose second game is in one of the slots."""
    count = 0
    for game in range(1, games):
        away = sequence[AWAY, game]
        if away != sequence[AWAY, game - 1]:
            continue
        if side in (away, _EITHER) and in_slots(masks, sequence[SLOT, game]):
            count += 1
    return count


@inlined_kernel
def plays_in_every_slot(league: CompiledLeague, solution: Solution, team: int) -> bool:
    """Return whether the team plays in every slot, so that slots are its games."""
    return bool(solution.games[team] == league.slots)


@inner_kernel
def count_breaks_in_pattern(
    league: CompiledLeague, solution: Solution, team: int, side: int, masks: Ints
) -> int:
    """Count the breaks of a team that plays in every slot, from its pattern.

    The result equals that of `count_breaks`, without building the team's sequence: a
    break is two adjacent bits of the pattern.
    """
    count = 0
    for one_side in range(2):
        if side not in (one_side, _EITHER):
            continue
        # The last bit of one word is adjacent to the first bit of the next.
        carry = 0
        for word in range((league.slots - 1) // SLOTS_PER_MASK + 1):
            slots = solution.pattern[team, one_side, word]
            slots_before = (slots << 1) | carry
            count += count_ones(slots & slots_before & masks[word])
            carry = slots >> (SLOTS_PER_MASK - 1)
    return count
