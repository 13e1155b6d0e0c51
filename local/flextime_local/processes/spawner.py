"""Start child processes that end with the stack, even if it is killed."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import IO

_LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(slots=True)
class Spawner:
    # Linux sends the death signal when the thread that forked ends, not the process:
    # every child is started by one thread that lives as long as the stack.
    """Starts and ends child processes."""

    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="spawner")
    )
    _subprocesses: set[subprocess.Popen[bytes]] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        log: IO[bytes],
        *,
        folder: Path,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a command; its output goes to `log`."""

        def spawn() -> subprocess.Popen[bytes]:
            return subprocess.Popen(  # noqa: S603 - commands come from the template
                [
                    *(sys.executable, "-I", "-S", str(_LAUNCH), str(os.getpid())),
                    *command,
                ],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder,
                pass_fds=pass_fds,
                start_new_session=True,  # Ctrl-C is for the stack, which stops them
            )

        child = self._thread.submit(spawn).result()
        with self._lock:
            self._subprocesses = {
                one for one in self._subprocesses if one.poll() is None
            }
            self._subprocesses.add(child)
        return child

    def kill_all(self) -> None:
        """Kill every child that is still running."""
        with self._lock:
            subprocesses = list(self._subprocesses)
        for child in subprocesses:
            kill(child)
        self._thread.shutdown()


def kill(child: subprocess.Popen[bytes]) -> None:
    """Kill a child with everything it started, and wait for its end."""
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError):  # it ended in between
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
