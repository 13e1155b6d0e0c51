"""Keeps the endpoint's state in a folder: a snapshot and a journal of what followed."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.moto_fixes.version import FIXED_VERSION
from flextime_local.persistence.files import check_own, dump, load, write_whole
from flextime_local.persistence.journal import Journal, read_journal
from flextime_local.persistence.part import Part
from flextime_local.persistence.work_part import WorkPart
from flextime_local.state_lock import STATE_LOCK

_log = logging.getLogger(__name__)
_FORMAT: Final = (1, FIXED_VERSION)
_LARGEST_JOURNAL = 64 * 1024 * 1024
_SNAPSHOT_NAME = re.compile(r"^snapshot-(\d+)\.bin$")


class OtherFormatError(RuntimeError):
    def __init__(self, path: Path, found: object) -> None:
        super().__init__(
            f"{path} was written by another version of the local stack ({found}): "
            "move the folder away to start with an empty stack"
        )


@dataclass(slots=True)
class StateStore:
    folder: Path
    parts: Sequence[Part]
    work: WorkPart
    _generation: int = 0
    _journal: Journal | None = field(default=None)

    def open(self) -> int:
        """Bring back what was kept; returns the number of journal entries read."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._generation = self._newest_generation()
        snapshot = self._snapshot_path(self._generation)
        if snapshot.exists():
            check_own(snapshot)
            self._restore(load(snapshot.read_bytes()), snapshot)
        count = self._replay()
        with STATE_LOCK:
            self._journal = Journal.open(self._journal_path(self._generation))
        return count

    def _restore(self, snapshot: dict[str, Any], path: Path) -> None:
        if snapshot["format"] != _FORMAT:
            raise OtherFormatError(path, snapshot["format"])
        for part in (*self.parts, self.work):
            if part.name in snapshot["parts"]:
                part.restore(snapshot["parts"][part.name])

    def _replay(self) -> int:
        by_name: dict[str, Part] = {part.name: part for part in self.parts}
        count = 0
        for kind, content in read_journal(self._journal_path(self._generation)):
            if kind in by_name:
                by_name[kind].apply(content)
            else:
                self.work.apply((kind, content))
            count += 1
        return count

    def collect(self, request: Request | None = None) -> None:
        """Append what changed since the last call."""
        with STATE_LOCK:
            journal = self._open_journal()
            for part in self.parts:
                changes = part.changes(request)
                if changes is not None:
                    journal.append((part.name, changes))

    def record(self, kind: str, content: Untyped) -> None:
        """Append an entry of the work part, after everything it rests on."""
        with STATE_LOCK:
            self.collect()
            self.work.apply((kind, content))
            self._open_journal().append((kind, content))

    def make_durable(self, request: Request | None = None) -> None:
        """Return when everything done so far would survive a crash."""
        self.collect(request)
        journal = self._open_journal()
        journal.sync()
        if journal.size > _LARGEST_JOURNAL:
            self.compact()

    def compact(self) -> None:
        """Write a snapshot of everything and begin a new journal."""
        with STATE_LOCK:
            old = self._open_journal()
            snapshot = {
                "format": _FORMAT,
                "parts": {
                    part.name: part.everything() for part in (*self.parts, self.work)
                },
            }
            old.close()
            self._generation += 1
            write_whole(self._snapshot_path(self._generation), dump(snapshot))
            self._journal = Journal.open(self._journal_path(self._generation))
        self._remove_older()

    def close(self) -> None:
        with STATE_LOCK:
            if self._journal is None:
                return
            self.collect()
            self.compact()
            self._open_journal().close()
            self._journal = None

    def abandon(self) -> None:
        """Let go of the files as they are: what is on disk is what was kept."""
        with STATE_LOCK:
            if self._journal is not None:
                self._journal.close()
                self._journal = None

    def _open_journal(self) -> Journal:
        if self._journal is None:
            raise RuntimeError("the state store is not open")
        return self._journal

    def _newest_generation(self) -> int:
        matches = (_SNAPSHOT_NAME.match(path.name) for path in self.folder.iterdir())
        return max((int(match[1]) for match in matches if match), default=0)

    def _snapshot_path(self, generation: int) -> Path:
        return self.folder / f"snapshot-{generation}.bin"

    def _journal_path(self, generation: int) -> Path:
        return self.folder / f"journal-{generation}.bin"

    def _remove_older(self) -> None:
        for path in self.folder.glob("*.bin"):
            _, _, number = path.stem.partition("-")
            if number.isdigit() and int(number) < self._generation:
                path.unlink()
