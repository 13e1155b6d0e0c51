"""Deviations of a set of rounds from limits on every window of consecutive rounds."""

from flextime_solver.jit.bits import count_ones
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.special.round_robin.round_robin_solution import (
    MAX_PARALLEL_WINDOW,
    RoundRobinSolution,
)


@inner_kernel
def window_excess(
    solution: RoundRobinSolution, bits: int, length: int, low: int, high: int
) -> int:
    """Return the rounds too few or too many, summed over all windows.

    Parameters
    ----------
    solution
        Solution whose rounds the windows cover, with scratch memory.
    bits
        Set of rounds.
    length
        Rounds of a window; a window longer than the season deviates by nothing.
    low, high
        Least and most rounds of the set in a window.
    """
    if length > solution.rounds:
        return 0
    if length > MAX_PARALLEL_WINDOW:
        return _sliding_window_excess(bits, solution.rounds, length, low, high)
    # Bit-parallel: bit r of window_sets[k] says whether the window that begins at round
    # r holds at least k rounds of the set. Each step adds one more round to all windows
    # at once.
    windows = (1 << (solution.rounds - length + 1)) - 1
    window_sets = solution.window_sets
    window_sets[0] = windows
    for number in range(1, length + 1):
        window_sets[number] = 0
    for place in range(length):
        these = bits >> place
        for number in range(place + 1, 0, -1):
            window_sets[number] |= window_sets[number - 1] & these
    amount = 0
    for number in range(max(0, high) + 1, length + 1):
        amount += count_ones(window_sets[number])
    for number in range(1, low + 1):
        amount += count_ones(~window_sets[number] & windows)
    return int(amount)


@inner_kernel
def _sliding_window_excess(
    bits: int, rounds: int, length: int, low: int, high: int
) -> int:
    counted, amount = 0, 0
    for round_ in range(rounds):
        counted += (bits >> round_) & 1
        if round_ >= length:
            counted -= (bits >> (round_ - length)) & 1
        if round_ >= length - 1:
            amount += max(0, counted - high) + max(0, low - counted)
    return int(amount)
