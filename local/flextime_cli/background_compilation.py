"""Compiles the solver's search in a process of its own while other things start.

On a machine that has compiled it before this takes a second, else half a minute; no
attempt should spend its search time on it.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flextime_cli.command_errors import CommandError


@contextmanager
def compiling_search() -> Iterator[Callable[[], None]]:
    """Yield what waits until the search is compiled."""
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
