"""`flextime demo` as a newcomer runs it, and `flextime local` until Ctrl-C."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FLEXTIME = str(Path(sys.executable).with_name("flextime"))

pytestmark = pytest.mark.e2e


def test_the_demonstration_ends_with_a_schedule_and_its_figures() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [FLEXTIME, "demo", "--exit", "--json", "--seconds", "15"],
        capture_output=True,
        text=True,
        check=False,
    )

    summary = json.loads(done.stdout)
    assert summary["status"] == "completed", done.stderr
    assert summary["published_hard_violations"] == 0
    assert summary["published_travel_km_rule3d"] == 336_701
    assert summary["travel_km_rule3d"] > (summary["bound_km"] or 0)
    better = summary["travel_km_rule3d"] < summary["published_travel_km_rule3d"]
    feasible = summary["hard_violations"] == 0
    assert done.returncode == (0 if feasible and better else 1)


def test_the_local_stack_says_where_it_is_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    command = [FLEXTIME, "local", "--data", str(tmp_path)]
    ports = ["--http-port", "0", "--aws-port", "0"]
    told = []
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, *ports], stdout=subprocess.PIPE, text=True
    ) as stack:
        assert stack.stdout
        for line in stack.stdout:
            told.append(line)
            if line.startswith("Ctrl-C"):
                break
        stack.send_signal(signal.SIGINT)
        told += stack.stdout.readlines()

    assert stack.returncode == 0
    text = "".join(told)
    assert "http://127.0.0.1:" in text
    assert "scheduler@big12.example" in text
    assert text.endswith("stopping\n")


def test_a_folder_in_use_is_refused_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = subprocess.run(  # noqa: S603 - our own command
        [FLEXTIME, "local", "--data", str(blocked / "data")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("flextime: ")
    assert "Traceback" not in done.stderr
