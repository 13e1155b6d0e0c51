"""Machine code is made once, however many processes want it at the same time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from numba.core import config

import flextime_solver.jit.kernels  # noqa: F401 - chooses numba's folder

_LOCK = "compiling.lock"
_DONE = "complete"


def machine_code_folder() -> Path:
    """Of the sources as they are now; `flextime_solver.jit.kernels` has chosen it."""
    return Path(config.CACHE_DIR)  # type: ignore[attr-defined] # set when numba starts


@contextmanager
def compiling(folder: Path) -> Iterator[None]:
    """One process at a time, until one has been through; then all at once.

    Who waits finds the code when it goes on. The lock of a process that dies is free.
    """
    if is_complete(folder):
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
        (folder / _DONE).touch()


def is_complete(folder: Path) -> bool:
    return (folder / _DONE).exists()
