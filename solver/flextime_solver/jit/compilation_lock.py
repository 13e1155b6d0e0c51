"""A lock that lets one process compile the kernels while the others wait."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from numba.core import config

import flextime_solver.jit.kernels  # noqa: F401 - chooses numba's folder

_LOCK = "compiling.lock"
_DONE = "complete"


def machine_code_folder() -> Path:
    """Return the folder of the machine code of the present sources."""
    return Path(config.CACHE_DIR)  # type: ignore[attr-defined] # set when numba starts


@contextmanager
def compiling(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder` while its machine code is made.

    The first process to leave the block normally marks the folder as complete; from
    then on no process waits. The operating system frees the lock of a process that
    dies, and the next process starts over.
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
    """Return whether all machine code is in `folder`."""
    return (folder / _DONE).exists()
