"""Open a SQLite file: settings, schema, and a check of what is there."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from flextime_local.persistence.files import check_own, open_private, sync_folder
from flextime_local.persistence.schema import SCHEMA_VERSION, STATEMENTS
from flextime_local.persistence.state_errors import (
    DamagedStateError,
    OtherSchemaError,
    StateNotWrittenError,
)
from flextime_local.persistence.wal_mark import check_log

_SETTINGS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -32000",
)


def _create(path: Path) -> None:
    """Make an empty database; a crash leaves either none or a whole one."""
    temporary = path.with_suffix(".new")
    for leftover in path.parent.glob(f"{temporary.name}*"):
        leftover.unlink()
    os.close(open_private(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL))
    with closing(sqlite3.connect(temporary, autocommit=True)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in STATEMENTS:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    temporary.rename(path)
    sync_folder(path.parent)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to a checked database; one that is not there is made.

    Raises
    ------
    UntrustedFileError
        Others may have written the file.
    OtherSchemaError
        Another version wrote it.
    DamagedStateError
        It is damaged, or synced parts of its log are missing.
    StateNotWrittenError
        The disk is full or fails.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    check_log(path)
    if path.is_symlink() or path.exists():
        check_own(path)
    else:
        _create(path)
    if path.stat().st_size == 0:
        raise DamagedStateError(path, "it is empty")
    connection = sqlite3.connect(path, autocommit=True, check_same_thread=False)
    try:
        _check(connection, path)
        for setting in _SETTINGS:
            connection.execute(setting)
        # A write, so that the log is there to be synced.
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except sqlite3.OperationalError as error:
        connection.close()
        raise StateNotWrittenError(path, error) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DamagedStateError(path, str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    faults = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if faults != ["ok"]:
        raise DamagedStateError(path, str(faults[0]).replace("\n", " "))
    ((version,),) = connection.execute("PRAGMA user_version")
    if version != SCHEMA_VERSION:
        raise OtherSchemaError(path, version)
