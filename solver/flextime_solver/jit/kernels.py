"""Compilation of the functions that a search runs millions of times."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from numba import njit
from numba.core import config

_COMPILED_PACKAGES = ("jit", "instance", "solution", "moves", "annealing", "special")
"""Packages that hold kernels; they import no other package of the solver."""


def _machine_code_folder() -> Path:
    """Folder of the machine code that was compiled from exactly these sources.

    numba checks only the file of the compiled function itself. It would go on using
    machine code whose inlined callees, or constants from other modules, have changed;
    the folder's name is therefore a digest of every source file that kernels can use.
    """
    package = Path(__file__).parents[1]
    digest = sha256()
    for name in _COMPILED_PACKAGES:
        for source in sorted((package / name).rglob("*.py")):
            digest.update(source.read_bytes())
    chosen: str = config.CACHE_DIR  # type: ignore[attr-defined] # set when numba starts
    root = Path(chosen) if chosen else package / "__pycache__"
    return root / f"machine-code-{digest.hexdigest()[:16]}"


config.CACHE_DIR = str(_machine_code_folder())  # type: ignore[attr-defined] # as above


def kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` on first use and keep the machine code on disk.

    ``NUMBA_CACHE_DIR`` says where; the cache is keyed on the processor's name, so an
    image is warmed up on the kind of machine that runs it (`runtime.warm_up`).
    """
    compiled: Callable[P, R] = njit(cache=True, error_model="numpy", nogil=True)(
        function
    )
    return compiled


def inner_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` for callers that are compiled too: no door from Python.

    The door is most of the machine code of a small function; leaving it out halves
    the time of a cold start.
    """
    return _without_doors(function, forceinline=False)


def inlined_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Have `function` become part of its callers: of what profiles show at the top.

    Left to itself the compiler calls most of them, and each call also hands over
    whether an error was raised.
    """
    return _without_doors(function, forceinline=True)


def _without_doors[**P, R](
    function: Callable[P, R], *, forceinline: bool
) -> Callable[P, R]:
    compiled: Callable[P, R] = njit(  # type: ignore[call-overload] # options that numba's stub leaves out
        cache=True,
        error_model="numpy",
        nogil=True,
        no_cpython_wrapper=True,
        no_cfunc_wrapper=True,
        forceinline=forceinline,
    )(function)
    return compiled
