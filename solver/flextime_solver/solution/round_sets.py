"""Sets of rounds as bits, so that the rounds of two teams' games need no search."""

from numba.cpython.unsafe.numbers import trailing_zeros

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.records import MAX_ROUNDS

_BITS = 64
ROUND_WORDS = -(-MAX_ROUNDS // _BITS)
"""Words of 64 bits in a set of rounds."""
_NONE = -1


@inlined_kernel
def word_of(round_: int) -> int:
    """Return the index of the word that has the bit of a round."""
    return round_ >> 6


@inlined_kernel
def bit_of(round_: int) -> int:
    """Return the bit of a round within its word."""
    return 1 << (round_ & 63)


@inlined_kernel
def first_round(word: int, bits: int) -> int:
    """Return the first round in one word of a set; `bits` must not be 0."""
    return int(word * _BITS + trailing_zeros(bits))  # type: ignore[call-arg] # an intrinsic gets its context when compiled


@inner_kernel
def next_round(rounds: Ints, start: int) -> int:
    """Return the first round of a set from `start` on, cyclically; -1 if none."""
    first = word_of(start)
    shift = start & 63
    later = (rounds[first] >> shift) << shift
    if later != 0:
        return first_round(first, later)
    for step in range(1, ROUND_WORDS + 1):
        word = (first + step) % ROUND_WORDS
        if rounds[word] != 0:
            return first_round(word, rounds[word])
    return _NONE
