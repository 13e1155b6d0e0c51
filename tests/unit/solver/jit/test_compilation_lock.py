import fcntl
from pathlib import Path

import pytest

from flextime_solver.jit.compilation_lock import compiling, is_complete


def is_locked(folder: Path) -> bool:
    with (folder / "compiling.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_while_one_compiles_others_wait(tmp_path: Path) -> None:
    folder = tmp_path / "code"

    with compiling(folder):
        assert is_locked(folder)

    assert is_complete(folder)
    assert not is_locked(folder)


def test_where_all_is_compiled_nobody_waits(tmp_path: Path) -> None:
    with compiling(tmp_path):
        pass

    with compiling(tmp_path):
        assert not is_locked(tmp_path)


def test_who_is_interrupted_leaves_the_work_to_the_next(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), compiling(tmp_path):
        raise KeyboardInterrupt

    assert not is_complete(tmp_path)
    assert not is_locked(tmp_path)
