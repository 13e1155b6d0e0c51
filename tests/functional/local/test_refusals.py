"""What the stack does not do, it says in one line."""

import os

import pytest
from flextime_local.data_folder import DataFolder, FolderInUseError
from flextime_local.ports import PortInUseError, listen, port_of
from flextime_local.stack import Options, start
from processes import TEMPLATE, run


def test_a_refusal_is_one_line_on_the_terminal(tmp_path):
    process = run(tmp_path, "--template", str(tmp_path / "none.yaml"))

    output, _ = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "Traceback" not in output
    assert "flextime: cannot read the template" in output.splitlines()[-1]


def test_a_second_start_on_the_same_folder_is_refused(tmp_path):
    taken = DataFolder.take(tmp_path)

    with pytest.raises(FolderInUseError, match=f"in use .* {os.getpid()}"):
        start(Options(tmp_path, 0, 0, TEMPLATE))
    taken.release()


@pytest.mark.parametrize("option", ["http_port", "aws_port"])
def test_a_port_in_use_is_named_and_the_folder_is_free_again(tmp_path, option):
    with listen(0) as taken:
        ports = {"http_port": 0, "aws_port": 0, option: port_of(taken)}

        with pytest.raises(PortInUseError, match=f"port {port_of(taken)} on 127.0.0.1"):
            start(Options(tmp_path, template=TEMPLATE, **ports))

    DataFolder.take(tmp_path).release()
