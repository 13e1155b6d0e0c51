"""Sets of small numbers as the bits of a whole number."""

from typing import Any

from numba import types
from numba.extending import intrinsic

from flextime_solver.jit.kernels import inlined_kernel


@inlined_kernel
def ones(bits: int) -> int:
    """How many bits of a set are one."""
    return int(_population(bits))  # type: ignore[call-arg] # an intrinsic gets its context when compiled


@intrinsic
def _population(context: Any, bits: Any) -> Any:  # noqa: ANN401 - numba's own types
    """One instruction of the processor."""
    del context, bits

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:  # noqa: ANN401 - as above
        del context, signature
        return builder.ctpop(values[0])

    return types.int64(types.int64), generate
