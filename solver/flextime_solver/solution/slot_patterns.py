"""Home-away patterns: the slots in which a team is at home and away, as bits.

Most moves change the opponents of more teams than they change patterns. Costs that
depend on the pattern alone are not evaluated again for the other teams.
"""

from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.solution import SLOT_WORDS, Solution

_HOME, _AWAY = 0, 1
_IMPOSSIBLE = -1
"""Value that no word of a pattern has."""


@inner_kernel
def flip_bits(solution: Solution, home: int, away: int, slot: int) -> None:
    """Enter a game into the patterns of both teams, or remove it."""
    word, bit = slot // SLOTS_PER_MASK, 1 << (slot % SLOTS_PER_MASK)
    solution.pattern[home, _HOME, word] ^= bit
    solution.pattern[away, _AWAY, word] ^= bit


@inner_kernel
def save_pattern(solution: Solution, team: int) -> None:
    """Store a team's pattern as that of the last commit."""
    for side in range(2):
        for word in range(SLOT_WORDS):
            solution.saved_pattern[team, side, word] = solution.pattern[
                team, side, word
            ]


@inner_kernel
def invalidate_pattern(solution: Solution, team: int) -> None:
    """Have the next evaluation recompute all costs of a team's pattern."""
    solution.saved_pattern[team, _HOME, 0] = _IMPOSSIBLE


@inlined_kernel
def has_new_pattern(solution: Solution, team: int) -> bool:
    """Return whether a touched team's sides or dates differ from the last commit."""
    for side in range(2):
        for word in range(SLOT_WORDS):
            if (
                solution.pattern[team, side, word]
                != solution.saved_pattern[team, side, word]
            ):
                return True
    return False
