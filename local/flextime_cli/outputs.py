"""Write a command's files atomically."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from rich.console import Console

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import write_schedule
from flextime.serialization.tables.schedules import write_schedule_csv
from flextime_cli.command_errors import CommandError


def ensure_writable(path: Path | None) -> None:
    """Check before a long computation that a schedule can be written to `path`.

    Raises
    ------
    CommandError
        If the suffix is neither ``.json`` nor ``.csv``, or the folder is not writable.
    """
    if path is None:
        return
    if path.suffix.lower() not in {".json", ".csv"}:
        raise CommandError(f"{path}: a schedule is written to a .json or .csv file")
    ensure_writable_file(path)


def ensure_writable_file(path: Path) -> None:
    """Check that a file of any name can be written; raises `CommandError`."""
    if path.is_dir() or not path.parent.is_dir():
        raise CommandError(
            f"{path}: the folder must be there, and the name free for a file"
        )
    if not os.access(path.parent, os.W_OK):
        raise CommandError(f"{path}: the folder cannot be written to")


def save_schedule(path: Path, schedule: Schedule, league: League) -> None:
    """Write a schedule as CSV if the suffix is ``.csv``, else as JSON."""
    if path.suffix.lower() == ".csv":
        write_whole(path, write_schedule_csv(schedule, league).encode())
    else:
        write_whole(path, write_schedule(schedule) + b"\n")


def save_schedules(
    path: Path | None, schedules: Sequence[Schedule], league: League, screen: Console
) -> None:
    """Write schedules to ``name-1.json``, ``name-2.json``, … for ``name.json``.

    Without a path nothing is written.
    """
    if path is None:
        return
    width = len(str(len(schedules)))
    paths = tuple(
        path.with_stem(f"{path.stem}-{number:0{width}}")
        for number in range(1, len(schedules) + 1)
    )
    for place, schedule in zip(paths, schedules, strict=True):
        save_schedule(place, schedule, league)
        screen.print(f"written to {place}", soft_wrap=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file atomically: readers see the old content or the new one."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(0o666 & ~_umask())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
