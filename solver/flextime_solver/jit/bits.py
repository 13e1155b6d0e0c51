"""Sets of small numbers as the bits of an integer."""

from typing import Any

from numba import types
from numba.extending import intrinsic

from flextime_solver.jit.kernels import inlined_kernel


@inlined_kernel
def count_ones(bits: int) -> int:
    """Return the number of bits that are 1: the size of the set."""
    return int(_population_count(bits))  # type: ignore[call-arg] # an intrinsic gets its context when compiled


@intrinsic
def _population_count(context: Any, bits: Any) -> Any:  # noqa: ANN401 - numba's own types
    """Emit the population count, one instruction of the processor."""
    del context, bits

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401 - as above
        del context, signature
        return builder.ctpop(values[0])

    return types.int64(types.int64), generate
