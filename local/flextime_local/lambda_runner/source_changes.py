"""Detect changed Python files."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class SourceChanges:
    """The Python files below some folders.

    They are read at most every `interval_s` seconds: reading takes milliseconds.
    """

    folders: tuple[Path, ...]
    interval_s: float
    _looked_at_s: float = 0.0
    _fingerprint: int = 0

    def fingerprint(self) -> int:
        """Return a number that changes with any ``.py`` file in the folders."""
        now_s = time.monotonic()
        if now_s - self._looked_at_s >= self.interval_s:
            there = [folder for folder in self.folders if folder.is_dir()]
            files = [file for folder in there for file in _sources(folder)]
            self._fingerprint = hash(tuple(sorted(files)))
            self._looked_at_s = now_s
        return self._fingerprint


def _sources(folder: Path) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _sources(Path(entry.path))
        elif entry.name.endswith(".py"):
            status = entry.stat()
            yield entry.path, status.st_mtime_ns, status.st_size
