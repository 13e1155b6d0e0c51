"""The SQLite database, with one fsync for all requests that wait at once.

A transaction is appended to the write-ahead log when it ends (synchronous=NORMAL) and
survives a crash of the process from then on. `sync` makes it survive a power cut: it
syncs the log once for everything that was committed before. Nothing is acknowledged
before `sync` has returned.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Self

from flextime_local.persistence.opening import connect
from flextime_local.persistence.state_errors import StateNotWrittenError
from flextime_local.persistence.wal_mark import Position, WalMark
from flextime_local.state_lock import STATE_LOCK

FILE_NAME = "state.sqlite3"


@dataclass(slots=True)
class Database:
    """One connection, used by one thread at a time under `STATE_LOCK`."""

    path: Path
    _connection: sqlite3.Connection
    _log: int
    _mark: WalMark
    _committed: tuple[int, Position]
    """Number of transactions so far, and where the log ended after the last one."""
    _synced: int = 0
    _sync_lock: Lock = field(default_factory=Lock)
    _failure: Exception | None = None
    _is_open: bool = True

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the database of a folder, or make one; raises what `connect` raises."""
        path = folder / FILE_NAME
        connection = connect(path)
        log = os.open(f"{path}-wal", os.O_RDWR | os.O_CLOEXEC)
        mark = WalMark.open(path)
        database = cls(path, connection, log, mark, (1, mark.end_of_log()))
        database.sync()
        return database

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is written within, or nothing if an exception leaves it.

        A transaction within another one is part of that one.
        """
        with STATE_LOCK:
            self._check()
            if self._is_within_transaction():
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            before = self._connection.total_changes
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._is_within_transaction():
                    self._connection.execute("ROLLBACK")
                raise
            if self._connection.total_changes > before:
                self._committed = (self._committed[0] + 1, self._mark.end_of_log())

    def write(self, statement: str, parameters: Sequence[object] = ()) -> None:
        """Execute a statement within the transaction that the caller has begun."""
        if not self._is_within_transaction():
            raise RuntimeError("a write needs a transaction")
        self._connection.execute(statement, parameters)

    def rows(
        self, statement: str, parameters: Sequence[object] = ()
    ) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with STATE_LOCK:
            self._check()
            return self._connection.execute(statement, parameters).fetchall()

    def sync(self) -> None:
        """Return when everything committed so far would survive a power cut."""
        wanted, _ = self._committed
        if self._synced >= wanted and self._failure is None:
            return
        with self._sync_lock:
            self._check()
            if self._synced >= wanted:
                return  # another thread's sync covered it
            count, end = self._committed
            try:
                os.fsync(self._log)
            except OSError as error:
                self.fail(error)
                raise StateNotWrittenError(self.path, error) from error
            self._mark.write(end)
            self._synced = count

    def fail(self, error: Exception) -> None:
        """Reject every further request: memory and disk differ."""
        self._failure = error

    def close(self) -> None:
        """Write everything into the database file and close it."""
        with self._sync_lock, STATE_LOCK:
            if not self._is_open:
                return
            self._is_open = False
            if self._failure is None:
                # The log goes into the file (both synced) before the mark is removed.
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.execute("PRAGMA wal_checkpoint(FULL)")
            self._mark.remove()
            self._connection.close()  # the log is removed
            os.close(self._log)
            self._mark.close()

    def abandon(self) -> None:
        """Close the files as they are, as a crash would."""
        self.fail(RuntimeError("closed"))
        self.close()

    def _is_within_transaction(self) -> bool:
        return self._connection.in_transaction

    def _check(self) -> None:
        if self._failure is not None:
            raise StateNotWrittenError(self.path, self._failure)
        if not self._is_open:
            raise RuntimeError("the state is not open")
