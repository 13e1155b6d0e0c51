"""Keep the logs of functions and tasks from growing without limit."""

from pathlib import Path
from typing import Final

_LARGEST: Final = 10 * 1024 * 1024
_MOST_FILES: Final = 200


def tidy(folder: Path) -> None:
    """Set large logs aside, and forget all but the newest files."""
    folder.mkdir(parents=True, exist_ok=True)
    for log in folder.glob("*.log"):
        if log.stat().st_size > _LARGEST:
            log.replace(log.with_suffix(".log.1"))
    newest_first = sorted(
        folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True
    )
    for file in newest_first[_MOST_FILES:]:
        file.unlink()
