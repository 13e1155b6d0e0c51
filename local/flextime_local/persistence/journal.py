"""What happened since the snapshot, on disk before it is acknowledged.

A frame is its length, its checksum and a pickled pair of kind and content. Several
threads that wait for the disk at once share one fsync.
"""

import logging
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Self

from flextime_local.persistence.files import check_own, dump, load, open_private

_log = logging.getLogger(__name__)
_HEAD = struct.Struct("<II")

type Entry = tuple[str, Any]


@dataclass(slots=True)
class Journal:
    path: Path
    _file: BinaryIO
    _written: int = 0
    _synced: int = 0
    _write_lock: Lock = field(default_factory=Lock)
    _sync_lock: Lock = field(default_factory=Lock)

    @classmethod
    def open(cls, path: Path) -> Self:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        file = os.fdopen(open_private(path, flags), "ab", buffering=0)
        size = file.tell()
        return cls(path, file, size, size)

    @property
    def size(self) -> int:
        return self._written

    def append(self, entry: Entry) -> None:
        content = dump(entry)
        frame = _HEAD.pack(len(content), zlib.crc32(content)) + content
        with self._write_lock:
            self._file.write(frame)
            self._written += len(frame)

    def sync(self) -> None:
        """Return when everything appended so far is on disk."""
        wanted = self._written
        if self._synced >= wanted:
            return
        with self._sync_lock:
            if self._synced >= wanted:
                return  # another thread's fsync covered it
            written = self._written
            os.fsync(self._file.fileno())
            self._synced = written

    def close(self) -> None:
        self.sync()
        self._file.close()


def read_journal(path: Path) -> Iterator[Entry]:
    """Read entries up to the first that a crash cut off, and cut the file there."""
    if not path.exists():
        return
    check_own(path)
    content = path.read_bytes()
    position = 0
    while (frame := _frame_at(content, position)) is not None:
        yield load(frame)
        position += _HEAD.size + len(frame)
    if position < len(content):
        lost = len(content) - position
        _log.warning("%s ends in %d bytes never acknowledged", path.name, lost)
        os.truncate(path, position)


def _frame_at(content: bytes, position: int) -> bytes | None:
    start = position + _HEAD.size
    if start > len(content):
        return None
    length, checksum = _HEAD.unpack_from(content, position)
    frame = content[start : start + length]
    is_whole = len(frame) == length and zlib.crc32(frame) == checksum
    return frame if is_whole else None
