from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from flextime_local.events.durable_tasks import Work
from flextime_local.persistence.files import UntrustedFileError
from flextime_local.persistence.journal import Journal, read_journal
from flextime_local.persistence.state_store import OtherFormatError, StateStore
from flextime_local.persistence.work_part import WorkPart


class Counter:
    """A part of the smallest kind: a number that somebody raises."""

    name: ClassVar[str] = "counter"

    def __init__(self) -> None:
        self.value = 0
        self.seen = 0

    def changes(self, request: object) -> int | None:  # noqa: ARG002 - the protocol
        change, self.seen = self.value - self.seen, self.value
        return change or None

    def apply(self, changes: int) -> None:
        self.value = self.seen = self.value + changes

    def everything(self) -> int:
        return self.value

    def restore(self, everything: int) -> None:
        self.value = self.seen = everything


type Open = Callable[[], tuple[StateStore, Counter]]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Open the folder once more, as a process does after the crash of another."""
    stores = []

    def open_again() -> tuple[StateStore, Counter]:
        counter = Counter()
        store = StateStore(tmp_path, (counter,), WorkPart())
        stores.append(store)
        store.open()
        return store, counter

    yield open_again
    for store in stores:
        store.abandon()


def test_what_was_made_durable_is_there_after_a_crash(opened: Open) -> None:
    store, counter = opened()
    counter.value = 3
    store.make_durable()

    assert opened()[1].value == 3


def test_a_snapshot_takes_the_place_of_the_journal(
    tmp_path: Path, opened: Open
) -> None:
    store, counter = opened()
    counter.value = 3
    store.make_durable()
    store.compact()
    counter.value = 5
    store.make_durable()

    assert opened()[1].value == 5
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["journal-1.bin", "snapshot-1.bin"]


def test_owed_work_is_kept_until_it_is_settled(opened: Open) -> None:
    store, _ = opened()
    done, owed = Work("kind", {"n": 1}), Work("kind", {"n": 2})
    for entry in (done, owed):
        store.record("work-owed", entry)
    store.record("work-settled", done.id)
    store.record("stream-position", ("mapping", 7))
    store.make_durable()

    again, _ = opened()

    assert again.work.owed == {owed.id: owed}
    assert again.work.positions == {"mapping": 7}


def entries(path: Path) -> list[Any]:
    return list(read_journal(path))


def test_a_journal_that_a_crash_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal.open(path)
    journal.append(("a", 1))
    whole = path.stat().st_size
    journal.append(("b", 2))
    journal.close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 1)

    assert entries(path) == [("a", 1)]
    assert path.stat().st_size == whole  # what follows is appended to whole entries


def test_a_journal_with_a_broken_entry_ends_before_it(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal.open(path)
    journal.append(("a", 1))
    journal.append(("b", 2))
    journal.close()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)

    assert entries(path) == [("a", 1)]


@pytest.mark.parametrize("mode", [0o644, 0o620, 0o602])
def test_a_file_that_others_can_touch_is_not_read(
    tmp_path: Path, opened: Open, mode: int
) -> None:
    store, _ = opened()
    store.compact()
    (tmp_path / "snapshot-1.bin").chmod(mode)

    with pytest.raises(UntrustedFileError, match=r"snapshot-1\.bin"):
        opened()


def test_a_link_is_not_read(tmp_path: Path, opened: Open) -> None:
    store, _ = opened()
    store.compact()
    real = tmp_path / "snapshot-1.bin"
    real.rename(tmp_path / "elsewhere")
    real.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(UntrustedFileError):
        opened()


def test_state_of_another_version_is_refused(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = opened()
    store.compact()
    monkeypatch.setattr(
        "flextime_local.persistence.state_store._FORMAT", (2, "another")
    )

    with pytest.raises(OtherFormatError, match="another version"):
        opened()
