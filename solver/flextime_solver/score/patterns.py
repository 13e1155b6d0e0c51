"""A team's pattern: in which slots it is at home and away, as bits.

Most moves change opponents of more teams than they change patterns; what depends on
patterns alone is not counted again for the others.
"""

from flextime_solver.kernel import inlined_kernel, inner_kernel
from flextime_solver.model.masks import SLOTS_PER_MASK
from flextime_solver.score.board import SLOT_WORDS, Board

_HOME, _AWAY = 0, 1


@inner_kernel
def turn_bits(board: Board, home: int, away: int, slot: int) -> None:
    """A game comes or goes."""
    word, bit = slot // SLOTS_PER_MASK, 1 << (slot % SLOTS_PER_MASK)
    board.pattern[home, _HOME, word] ^= bit
    board.pattern[away, _AWAY, word] ^= bit


@inner_kernel
def save_pattern(board: Board, team: int) -> None:
    for side in range(2):
        for word in range(SLOT_WORDS):
            board.saved_pattern[team, side, word] = board.pattern[team, side, word]


@inner_kernel
def forget_pattern(board: Board, team: int) -> None:
    """Have what the pattern decides be counted anew."""
    board.saved_pattern[team, _HOME, 0] = -1


@inlined_kernel
def has_new_pattern(board: Board, team: int) -> bool:
    """Whether sides or dates of a touched team differ from the last commit."""
    for side in range(2):
        for word in range(SLOT_WORDS):
            if board.pattern[team, side, word] != board.saved_pattern[team, side, word]:
                return True
    return False
