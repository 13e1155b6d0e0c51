"""Choosing what to kill: the whole tree of processes, or one of its children."""

import os
import random
import signal
from contextlib import suppress
from pathlib import Path


def children_of(parent: int) -> list[int]:
    """Return the child processes of a process, with their own children."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text("ascii", errors="replace")
        except OSError:
            continue  # ended in between
        if int(stat.rpartition(")")[2].split()[1]) == parent:
            child = int(entry.name)
            found += [child, *children_of(child)]
    return found


def kill_one(parent: int, choice: random.Random) -> bool:
    """Kill one child with SIGKILL; false if there is none."""
    children = children_of(parent)
    if not children:
        return False
    with suppress(ProcessLookupError):
        os.kill(choice.choice(children), signal.SIGKILL)
    return True


def kill_tree(parent: int) -> None:
    """Kill a process and all its descendants with SIGKILL, as a power cut would."""
    for process in (parent, *children_of(parent)):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
