import os
from pathlib import Path

from flextime_local import logs
from flextime_local.logs import tidy


def test_a_large_log_is_set_aside(tmp_path: Path) -> None:
    log = tmp_path / "Api.log"
    with log.open("wb") as file:
        file.truncate(11 * 1024 * 1024)

    tidy(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["Api.log.1"]


def test_only_the_newest_files_are_kept(tmp_path: Path) -> None:
    count = logs._MOST_FILES + 2  # noqa: SLF001 - the limit itself
    for number in range(count):
        file = tmp_path / f"{number}.log"
        file.touch()
        os.utime(file, (number, number))

    tidy(tmp_path)

    left = {int(path.stem) for path in tmp_path.iterdir()}
    assert left == set(range(2, count))
