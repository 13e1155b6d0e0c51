"""What the stack does not do, it says in one line."""

import os
from pathlib import Path

import pytest

from flextime_local.data_folder import DataFolder, FolderInUseError
from flextime_local.ports import PortInUseError, listen, port_of
from flextime_local.stack import Options, start
from functional.local.processes import TEMPLATE, run


def test_a_refusal_is_one_line_on_the_terminal(tmp_path: Path) -> None:
    process = run(tmp_path, "--template", str(tmp_path / "none.yaml"))

    output, _ = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "Traceback" not in output
    assert "flextime: cannot read the template" in output.splitlines()[-1]


def test_a_second_start_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    taken = DataFolder.take(tmp_path)

    with pytest.raises(FolderInUseError, match=f"in use .* {os.getpid()}"):
        start(Options(tmp_path, 0, 0, TEMPLATE))
    taken.release()


@pytest.mark.parametrize("is_http", [True, False], ids=["http_port", "aws_port"])
def test_a_port_in_use_is_named_and_the_folder_is_free_again(
    tmp_path: Path, *, is_http: bool
) -> None:
    with listen(0) as taken:
        port = port_of(taken)
        ports = (port, 0) if is_http else (0, port)

        with pytest.raises(PortInUseError, match=f"port {port} on 127"):
            start(Options(tmp_path, *ports, TEMPLATE))

    DataFolder.take(tmp_path).release()


def test_the_state_of_version_0_1_0_is_refused_in_one_line(tmp_path: Path) -> None:
    old = tmp_path / "state" / "journal-2.bin"
    old.parent.mkdir()
    old.touch()
    process = run(tmp_path)

    output, _ = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "Traceback" not in output
    assert f"flextime: {old} was written by version 0.1.0" in output.splitlines()[-1]
    assert old.exists()
