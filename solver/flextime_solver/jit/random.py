"""Random numbers from a state that the caller owns.

The generator is SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2714064.2660195).
numba's own generator has one hidden state per thread; a state in the search's record
makes each run depend on its seed alone.
"""

import numpy as np
from numpy.typing import NDArray

from flextime_solver.jit.kernels import inlined_kernel

RandomState = NDArray[np.uint64]
"""State of a generator: an array with one element, the seed at first."""

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)


@inlined_kernel
def uniform(state: RandomState) -> float:
    """Return a random number in [0, 1) and advance the state."""
    state[0] += _GAMMA
    mixed = state[0]
    mixed = (mixed ^ (mixed >> _S30)) * _MIX_1
    mixed = (mixed ^ (mixed >> _S27)) * _MIX_2
    mixed = mixed ^ (mixed >> _S31)
    # The upper 53 bits, as many as a float's significand holds.
    return float(mixed >> _S11) * (1.0 / 9007199254740992.0)


@inlined_kernel
def below(state: RandomState, limit: int) -> int:
    """Return a random integer from 0 to `limit` - 1 and advance the state."""
    return int(uniform(state) * limit)
