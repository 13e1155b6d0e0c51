"""The installed command, as a process of its own."""

import subprocess
import sys
from pathlib import Path

FLEXTIME = Path(sys.executable).with_name("flextime")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [FLEXTIME, *arguments], capture_output=True, text=True, check=False
    )


def test_a_feasible_schedule_exits_with_0() -> None:
    done = run("check", "big12-gym-2026")

    assert (done.returncode, done.stderr) == (0, "")
    assert "58,001" in done.stdout


def test_bad_input_exits_with_2_and_one_line() -> None:
    done = run("check", "nowhere.json")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("flextime: nowhere.json: no such file")
    assert done.stderr.count("\n") == 1


def test_without_arguments_it_tells_what_it_can_do() -> None:
    told = run("--help").stdout

    assert all(name in told for name in ("check", "leagues"))


def test_the_module_does_what_the_command_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flextime_cli", "leagues"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == run("leagues").stdout
