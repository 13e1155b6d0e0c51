"""How far the write-ahead log was synced, to notice at the start if it got shorter.

SQLite takes a frame of its log that does not fit its checksum for the end of the log:
what a crash cut off was never acknowledged. A log that somebody damaged or removed
looks the same and would lose acknowledged writes without a word. So the salts of the
log and the number of its synced frames are written down beside it after each sync (not
synced themselves: after a power cut an older mark only asks for less).

Offsets are those of SQLite's documented file formats (https://sqlite.org/walformat.html).
"""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from flextime_local.persistence.files import open_private, sync_folder
from flextime_local.persistence.state_errors import DamagedStateError

_INDEX_HEADER: Final = struct.Struct("=16xI12x8s")
"""Of the -shm file: frames in the log, and its salts."""
_MARK: Final = struct.Struct("<8sI")
_WAL_HEADER_BYTES: Final = 32
_FRAME_HEADER_BYTES: Final = 24

type Position = tuple[bytes, int]
"""Salts of the log and number of its frames."""


@dataclass(slots=True)
class WalMark:
    """The mark of one database, and where its log ends now."""

    path: Path
    _file: int
    _index: int

    @classmethod
    def open(cls, database: Path) -> Self:
        """Open the mark of a database that is open."""
        path = mark_path(database)
        file = open_private(path, os.O_RDWR | os.O_CREAT)
        # Open until the database is closed: closing it would drop SQLite's locks.
        index = os.open(f"{database}-shm", os.O_RDONLY | os.O_CLOEXEC)
        return cls(path, file, index)

    def end_of_log(self) -> Position:
        """Return where the log ends; the caller keeps others from writing."""
        frames, salts = _INDEX_HEADER.unpack(
            os.pread(self._index, _INDEX_HEADER.size, 0)
        )
        return salts, frames

    def write(self, position: Position) -> None:
        """Note that the log is synced up to a position."""
        os.pwrite(self._file, _MARK.pack(*position), 0)

    def remove(self) -> None:
        """Remove the mark: the log is about to be removed."""
        self.path.unlink(missing_ok=True)
        sync_folder(self.path.parent)

    def close(self) -> None:
        """Close the files; the database is closed already."""
        os.close(self._file)
        os.close(self._index)


def mark_path(database: Path) -> Path:
    """Return the path of a database's mark."""
    return Path(f"{database}-synced")


def check_log(database: Path) -> None:
    """Raise `DamagedStateError` if the log lacks what was synced."""
    mark = mark_path(database)
    if not mark.exists():
        return
    content = mark.read_bytes()
    if len(content) < _MARK.size:
        return  # a crash came before the first sync
    salts, frames = _MARK.unpack_from(content)
    log = Path(f"{database}-wal")
    found = log.read_bytes() if log.exists() and database.exists() else b""
    if len(found) < _WAL_HEADER_BYTES:
        raise DamagedStateError(database, "it or its log is missing")
    sums = _checksum(found[:24], _order(found), (0, 0))
    if struct.unpack(">2I", found[24:_WAL_HEADER_BYTES]) != sums:
        raise DamagedStateError(log, "its header is not whole")
    if found[16:24] != salts:
        return  # begun anew since the mark: all of it was in the database
    whole = _whole_frames(found, frames, sums)
    if whole < frames:
        raise DamagedStateError(
            log, f"only {whole} of {frames} synced frames are whole"
        )


def _order(log: bytes) -> str:
    return ">" if log[3] & 1 else "<"


def _whole_frames(log: bytes, wanted: int, sums: tuple[int, int]) -> int:
    """Return how many of the first frames of a log have the right checksum."""
    order = _order(log)
    frame_bytes = _FRAME_HEADER_BYTES + int.from_bytes(log[8:12], "big")
    for count in range(wanted):
        start = _WAL_HEADER_BYTES + count * frame_bytes
        frame = log[start : start + frame_bytes]
        if len(frame) < frame_bytes or frame[8:16] != log[16:24]:
            return count
        sums = _checksum(frame[:8], order, sums)
        sums = _checksum(frame[_FRAME_HEADER_BYTES:], order, sums)
        if struct.unpack(">2I", frame[16:_FRAME_HEADER_BYTES]) != sums:
            return count
    return wanted


def _checksum(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """Continue SQLite's checksum: a Fibonacci-weighted sum of 32-bit words."""
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
