"""Becomes the command it is given, after tying its life to the stack's process.

Run by path with `python -I -S launch.py <pid of the stack> <command> ...`: nothing but
the standard library, so that it costs milliseconds.
"""

import ctypes
import os
import signal
import sys
from typing import Final

_PR_SET_PDEATHSIG: Final = 1


def main() -> None:
    """Ask the kernel to end this process with the stack, then run the command."""
    stack_pid, command = int(sys.argv[1]), sys.argv[2:]
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "cannot tie the process to the stack's")
    if os.getppid() != stack_pid:  # the stack died before it was tied
        sys.exit(1)
    os.execvp(command[0], command)  # noqa: S606 - no shell wanted


if __name__ == "__main__":
    main()
