"""The folder that holds all data of one stack."""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self


class FolderInUseError(RuntimeError):
    """Another stack runs on this folder."""

    def __init__(self, folder: Path, pid: str) -> None:
        super().__init__(f"{folder} is in use by a running stack (process {pid})")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Paths inside the folder, and its lock."""

    path: Path
    _lock: BinaryIO

    @classmethod
    def take(cls, path: Path) -> Self:
        """Make the folder where needed and hold it until released or killed."""
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (path / "lock").open("a+b")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            pid = lock.read().decode().strip()
            lock.close()
            raise FolderInUseError(path, pid or "unknown") from error
        lock.truncate(0)
        lock.write(str(os.getpid()).encode())
        lock.flush()
        return cls(path.resolve(), lock)

    @property
    def state(self) -> Path:
        """Folder of the kept state."""
        return self.path / "state"

    @property
    def logs(self) -> Path:
        """Folder of the logs."""
        return self.path / "logs"

    @property
    def tasks(self) -> Path:
        """Working folder of tasks."""
        return self.path / "tasks"

    @property
    def signing_key(self) -> Path:
        """File of the user pool's signing key."""
        return self.path / "signing-key.pem"

    @property
    def users(self) -> Path:
        """File of the demo users."""
        return self.path / "users.json"

    def release(self) -> None:
        """Let another stack take the folder."""
        self._lock.close()
