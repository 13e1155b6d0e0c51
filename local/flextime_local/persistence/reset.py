"""Move the state aside, to start with an empty one; nothing is ever deleted."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from flextime_local.persistence.files import sync_folder


def set_aside(folder: Path) -> Path | None:
    """Rename a folder of state; return its new path, or None if there is none.

    Positions in the streams are in the same folder as the streams, so what reads a
    stream begins anew with it.
    """
    if not folder.exists():
        return None
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    for number in count(1):
        aside = folder.with_name(f"{folder.name}-{day}-{number}")
        if not aside.exists():
            folder.rename(aside)
            sync_folder(folder.parent)
            return aside
    raise AssertionError("unreachable")
