"""What the stack does not do, it says in one line."""

import os
from pathlib import Path

import pytest
from flextime_local.data_folder import DataFolder
from flextime_local.ports import listen, port_of
from processes import TEMPLATE, run


def refusal(folder: Path, *arguments: str) -> str:
    process = run(folder, *arguments)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 2, output
    (line,) = [one for one in output.splitlines() if one.startswith("flextime:")]
    assert "Traceback" not in output
    return line


def test_a_second_start_on_the_same_folder_is_refused(tmp_path):
    taken = DataFolder.take(tmp_path)

    line = refusal(tmp_path)

    taken.release()
    assert line.endswith(f"is in use by a running stack (process {os.getpid()})")


@pytest.mark.parametrize("option", ["--http-port", "--aws-port"])
def test_a_port_in_use_is_named(tmp_path, option):
    with listen(0) as taken:
        port = port_of(taken)

        line = refusal(tmp_path, option, str(port))

    assert line == f"flextime: port {port} on 127.0.0.1 is in use: choose another one"


def test_a_missing_template_is_named(tmp_path):
    line = refusal(tmp_path, "--template", str(tmp_path / "none.yaml"))

    assert "cannot read the template" in line


def test_a_resource_type_that_nobody_knows_is_named(tmp_path):
    template = tmp_path / "template.yaml"
    template.write_text("Resources: {Odd: {Type: AWS::Odd::Thing}}")

    line = refusal(tmp_path, "--template", str(template))

    assert "Odd has the type AWS::Odd::Thing" in line


def test_state_that_others_could_have_written_is_refused(tmp_path):
    state = tmp_path / "state"
    state.mkdir()
    (state / "snapshot-1.bin").write_bytes(b"evil")
    (state / "snapshot-1.bin").chmod(0o666)

    line = refusal(tmp_path)

    assert "may have been written by somebody else" in line
    assert TEMPLATE.exists()
