"""Compilation of the functions that a search calls millions of times.

A kernel is a function that numba compiles to machine code. Importing this module sets
the folder in which numba keeps that code, so kernels must be decorated with the
functions of this module.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from numba import njit
from numba.core import config

COMPILED_PACKAGES = ("jit", "instance", "solution", "moves", "annealing", "special")
"""Packages that hold kernels; they import no other package of the solver."""


def digest_of_sources(package: Path) -> str:
    """Return a digest of all sources that machine code can depend on.

    numba checks the file of the compiled function alone. It would go on using machine
    code whose inlined callees, or whose constants from other modules, have changed. The
    digest therefore covers every file of `COMPILED_PACKAGES`.

    Parameters
    ----------
    package
        Folder of the package ``flextime_solver``.
    """
    digest = sha256()
    for name in COMPILED_PACKAGES:
        for source in sorted((package / name).rglob("*.py")):
            digest.update(str(source.relative_to(package)).encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _machine_code_folder() -> Path:
    """Folder for machine code of exactly these sources, under ``NUMBA_CACHE_DIR``."""
    package = Path(__file__).parents[1]
    chosen: str = config.CACHE_DIR  # type: ignore[attr-defined] # set when numba starts
    root = Path(chosen) if chosen else package / "__pycache__"
    return root / f"machine-code-{digest_of_sources(package)[:16]}"


config.CACHE_DIR = str(_machine_code_folder())  # type: ignore[attr-defined] # as above


def kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` on its first call and keep the machine code on disk.

    ``NUMBA_CACHE_DIR`` sets the folder. Machine code is specific to the model of the
    processor, so an image must be warmed up on the kind of machine that will run it
    (`runtime.warm_up`).
    """
    compiled: Callable[P, R] = njit(cache=True, error_model="numpy", nogil=True)(
        function
    )
    return compiled


def inner_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` for calls by other kernels only.

    It gets no wrapper for calls from Python. The wrapper is most of the machine code of
    a small function; leaving it out halves the time of a cold start.
    """
    return _without_wrappers(function, forceinline=False)


def inlined_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` into each kernel that calls it.

    For small functions at the top of profiles: the compiler inlines few of them unless
    told to, and every call also returns an error status that the caller must check.
    """
    return _without_wrappers(function, forceinline=True)


def _without_wrappers[**P, R](
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
