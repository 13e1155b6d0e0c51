import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flextime_local.persistence.database import FILE_NAME, Database
from flextime_local.persistence.files import UntrustedFileError
from flextime_local.persistence.kept_values import KeptValues
from flextime_local.persistence.reset import set_aside
from flextime_local.persistence.state_errors import (
    DamagedStateError,
    OldStateError,
    OtherSchemaError,
    StateNotWrittenError,
    ensure_current_format,
)

type Crash = Callable[[], Path]


def write(database: Database, *keys: str, size: int = 10) -> None:
    for key in keys:
        with database.transaction():
            KeptValues(database, "test").put(key, "x" * size)
        database.sync()


def keys(folder: Path) -> list[str]:
    """Return the keys that another process finds in a folder."""
    database = Database.open(folder)
    found = [key for key, _, _ in KeptValues(database, "test").all()]
    database.close()
    return found


def test_what_was_synced_is_there_after_a_crash(
    database: Database, crash: Crash
) -> None:
    write(database, "a", "b")

    assert keys(crash()) == ["a", "b"]


def test_what_was_written_is_there_after_a_stop_and_another_start(
    folder: Path,
) -> None:
    for key in ("a", "b"):
        database = Database.open(folder)
        write(database, key)
        database.close()

    assert keys(folder) == ["a", "b"]
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_a_crash_during_the_recovery_of_a_crash_loses_nothing(
    database: Database, crash: Crash, tmp_path: Path
) -> None:
    write(database, "a")
    second = Database.open(crash())
    write(second, "b")
    shutil.copytree(second.path.parent, tmp_path / "again")
    second.close()

    assert keys(tmp_path / "again") == ["a", "b"]


def test_a_transaction_that_an_exception_leaves_is_undone(
    database: Database, crash: Crash
) -> None:
    write(database, "a")

    def write_and_fail() -> None:
        with database.transaction():
            KeptValues(database, "test").put("b", 1)
            with database.transaction():
                KeptValues(database, "test").put("c", 1 // 0)

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    write(database, "d")
    assert keys(crash()) == ["a", "d"]


def test_many_threads_write_at_once_and_everything_is_kept(
    database: Database, crash: Crash
) -> None:
    wanted = {f"{number:03}" for number in range(200)}

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda key: write(database, key), wanted))

    assert set(keys(crash())) == wanted


def test_a_log_that_was_emptied_into_the_file_many_times_is_no_damage(
    database: Database, crash: Crash
) -> None:
    wanted = [f"{number:03}" for number in range(60)]
    for key in wanted:  # six megabytes, of which the log holds four
        write(database, key, size=100_000)

    assert keys(crash()) == wanted


def test_what_a_crash_cut_off_the_log_was_never_synced_and_is_no_damage(
    database: Database, crash: Crash
) -> None:
    write(database, "a")
    with database.transaction():
        KeptValues(database, "test").put("never acknowledged", 1)
    left = crash()
    log = left / f"{FILE_NAME}-wal"
    with log.open("r+b") as file:
        file.truncate(log.stat().st_size - 1)

    assert keys(left) == ["a"]


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size * 2 // 3)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def overwrite(path: Path) -> None:
    path.write_bytes(b"something else " * 1000)


@pytest.mark.parametrize("damage", [cut, empty, flip, overwrite, Path.unlink])
def test_a_damaged_log_is_refused(
    database: Database, crash: Crash, damage: Callable[[Path], None]
) -> None:
    write(database, "a", "b", "c", size=10_000)
    left = crash()
    damage(left / f"{FILE_NAME}-wal")

    with pytest.raises(DamagedStateError, match=r"damaged .* --reset"):
        Database.open(left)


@pytest.mark.parametrize("damage", [cut, empty, overwrite])
def test_a_damaged_database_is_refused(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    database = Database.open(folder)
    write(database, *(str(number) for number in range(20)), size=10_000)
    database.close()
    damage(folder / FILE_NAME)

    with pytest.raises(DamagedStateError, match=rf"{FILE_NAME} is damaged"):
        Database.open(folder)


def test_a_database_that_is_gone_while_its_log_is_there_is_refused(
    database: Database, crash: Crash
) -> None:
    write(database, "a")
    left = crash()
    (left / FILE_NAME).unlink()

    with pytest.raises(DamagedStateError, match="missing"):
        Database.open(left)


@pytest.mark.parametrize("mode", [0o644, 0o620, 0o602])
def test_a_file_that_others_can_touch_is_not_read(folder: Path, mode: int) -> None:
    Database.open(folder).close()
    (folder / FILE_NAME).chmod(mode)

    with pytest.raises(UntrustedFileError, match=FILE_NAME):
        Database.open(folder)


def test_a_link_is_not_read(folder: Path) -> None:
    Database.open(folder).close()
    (folder / FILE_NAME).rename(folder / "elsewhere")
    (folder / FILE_NAME).symlink_to(folder / "elsewhere")

    with pytest.raises(UntrustedFileError):
        Database.open(folder)


def test_state_of_another_version_is_refused(folder: Path) -> None:
    database = Database.open(folder)
    with database.transaction():
        database.write("PRAGMA user_version = 99")
    database.close()

    with pytest.raises(OtherSchemaError, match=r"another version .*99"):
        Database.open(folder)


@pytest.mark.parametrize("name", ["snapshot-3.bin", "journal-0.bin"])
def test_state_of_version_0_1_0_is_refused_with_the_file_and_a_way_out(
    folder: Path, name: str
) -> None:
    folder.mkdir()
    (folder / name).touch()

    with pytest.raises(OldStateError, match=rf"{name} .*0\.1\.0.* --reset"):
        ensure_current_format(folder)


def test_after_a_failure_nothing_is_accepted(database: Database) -> None:
    database.fail(OSError("no space left"))

    with pytest.raises(StateNotWrittenError, match="no space left"):
        database.sync()
    with pytest.raises(StateNotWrittenError), database.transaction():
        pass


def test_a_reset_moves_the_state_aside_each_time_and_deletes_nothing(
    folder: Path,
) -> None:
    asides = []
    for key in ("a", "b"):
        database = Database.open(folder)
        write(database, key)
        database.close()
        asides.append(set_aside(folder))

    assert [keys(aside) for aside in asides if aside] == [["a"], ["b"]]
    assert set_aside(folder) is None
