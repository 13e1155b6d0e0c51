"""Sets of rounds as bits: where a pair meets is looked up, not searched for."""

from numba.cpython.unsafe.numbers import trailing_zeros

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.records import MAX_ROUNDS

_BITS = 64
ROUND_WORDS = -(-MAX_ROUNDS // _BITS)
_NONE = -1


@inlined_kernel
def word_of(round_: int) -> int:
    """Where among the words of a set a round has its bit."""
    return round_ >> 6


@inlined_kernel
def bit_of(round_: int) -> int:
    return 1 << (round_ & 63)


@inlined_kernel
def first_round(word: int, bits: int) -> int:
    """The first round of one word of a set that is not empty."""
    return int(word * _BITS + trailing_zeros(bits))  # type: ignore[call-arg] # an intrinsic gets its context when compiled


@inner_kernel
def next_round(rounds: Ints, start: int) -> int:
    """First round of a set from `start` on, then from the beginning; -1 if empty."""
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
