"""A team's pattern: in which slots it is at home and away, as bits.

Most moves change opponents of more teams than they change patterns; what depends on
patterns alone is not counted again for the others.
"""

from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.solution import SLOT_WORDS, Solution

_HOME, _AWAY = 0, 1


@inner_kernel
def turn_bits(solution: Solution, home: int, away: int, slot: int) -> None:
    """A game comes or goes."""
    word, bit = slot // SLOTS_PER_MASK, 1 << (slot % SLOTS_PER_MASK)
    solution.pattern[home, _HOME, word] ^= bit
    solution.pattern[away, _AWAY, word] ^= bit


@inner_kernel
def save_pattern(solution: Solution, team: int) -> None:
    for side in range(2):
        for word in range(SLOT_WORDS):
            solution.saved_pattern[team, side, word] = solution.pattern[
                team, side, word
            ]


@inner_kernel
def forget_pattern(solution: Solution, team: int) -> None:
    """Have what the pattern decides be counted anew."""
    solution.saved_pattern[team, _HOME, 0] = -1


@inlined_kernel
def has_new_pattern(solution: Solution, team: int) -> bool:
    """Whether sides or dates of a touched team differ from the last commit."""
    for side in range(2):
        for word in range(SLOT_WORDS):
            if (
                solution.pattern[team, side, word]
                != solution.saved_pattern[team, side, word]
            ):
                return True
    return False
