"""Files that only this stack writes and only their owner may read."""

import os
import stat
from pathlib import Path
from typing import Final

_ONLY_OWNER: Final = 0o600


class UntrustedFileError(RuntimeError):
    """Somebody else may have written a file of the state."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} may have been written by somebody else (wanted: your own file, "
            "mode 600): move it away to start with an empty stack"
        )


def open_private(path: Path, flags: int) -> int:
    """Open a file that only its owner may read; links are not followed."""
    return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, _ONLY_OWNER)


def check_own(path: Path) -> None:
    """Raise `UntrustedFileError` for a file that others may have written."""
    status = path.lstat()
    is_private = stat.S_ISREG(status.st_mode) and not status.st_mode & 0o077
    if status.st_uid != os.getuid() or not is_private:
        raise UntrustedFileError(path)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves either the old one or the new one."""
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    descriptor = open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
