"""Random numbers with a state of one's own: splitmix64, doi 10.1145/2714064.2660195."""

import numpy as np
from numpy.typing import NDArray

from flextime_solver.jit.kernels import inlined_kernel

RandomState = NDArray[np.uint64]

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)


@inlined_kernel
def uniform(state: RandomState) -> float:
    """A number from 0 up to, never reaching, 1."""
    state[0] += _GAMMA
    mixed = state[0]
    mixed = (mixed ^ (mixed >> _S30)) * _MIX_1
    mixed = (mixed ^ (mixed >> _S27)) * _MIX_2
    mixed = mixed ^ (mixed >> _S31)
    return float(mixed >> _S11) * (1.0 / 9007199254740992.0)


@inlined_kernel
def below(state: RandomState, limit: int) -> int:
    """A whole number from 0 to `limit` - 1."""
    return int(uniform(state) * limit)
