"""Compile the search in a child process while other things start.

Compilation takes up to a minute the first time on a machine and a second afterwards;
no attempt should spend its search time on it.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flextime_cli.command_errors import CommandError


@contextmanager
def compiling_search() -> Iterator[Callable[[], None]]:
    """Start the compilation and yield a function that waits for its end.

    The yielded function raises `CommandError` if the compilation failed.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "flextime_solver", "--warm-up"],
        stdout=subprocess.DEVNULL,
    ) as process:

        def wait() -> None:
            if process.wait() != 0:
                raise CommandError(
                    "the solver cannot compile its search on this machine"
                )

        try:
            yield wait
        finally:
            process.terminate()
