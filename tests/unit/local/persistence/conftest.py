"""Folders of state as a crash leaves them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flextime_local.persistence.database import Database

type Crash = Callable[[], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    database = Database.open(folder)
    yield database
    database.close()


@pytest.fixture
def crash(folder: Path, tmp_path: Path) -> Crash:
    """Copy the folder as it is now, which is what a killed process leaves."""
    numbers = iter(range(100))

    def crash() -> Path:
        copy = tmp_path / f"crashed-{next(numbers)}"
        shutil.copytree(folder, copy)
        return copy

    return crash
