"""`flextime solve` as a process: answers, files, Ctrl-C and refusals."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.serialization.json_documents import read_schedule, write_league
from flextime_cli.application import app

FLEXTIME = str(Path(sys.executable).with_name("flextime"))


@pytest.fixture
def league() -> League:
    """A double round robin of four."""
    return a_league(days="4 11 18 25 32 39", format_=RoundRobin(times=2))


@pytest.fixture
def document(league: League, tmp_path: Path) -> Path:
    path = tmp_path / "league.json"
    path.write_bytes(write_league(league))
    return path


def solve(document: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [FLEXTIME, "solve", str(document), "--workers", "1", *options],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_schedule_that_keeps_the_format_is_written(
    league: League, document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "schedule.json"
    done = solve(document, "--seconds", "1", "--out", str(out))

    assert done.returncode == 0, done.stderr
    assert "no hard violation" in done.stdout
    schedule = read_schedule(out.read_bytes(), league)
    assert check(league, schedule).score.feasible
    assert sorted(tmp_path.iterdir()) == sorted([document, out])


def test_the_bound_says_how_far_the_schedule_may_be_from_the_best(
    document: Path,
) -> None:
    done = solve(document, "--seconds", "1")

    told = " ".join(done.stderr.split())
    assert "proven: at least" in told
    assert "% above the best" in told


def test_the_written_csv_is_judged_as_the_search_did(
    document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "schedule.csv"
    done = solve(document, "--seconds", "1", "--out", str(out), "--json")

    judged = CliRunner().invoke(app, ["check", str(document), str(out), "--json"])
    analysis, checked = json.loads(done.stdout), json.loads(judged.stdout)
    assert judged.exit_code == done.returncode == 0
    assert analysis["score"] == checked["score"]


def test_ctrl_c_ends_the_search_and_keeps_the_best(tmp_path: Path) -> None:
    """Of a league that is too large for a proof."""
    document, out = tmp_path / "league.json", tmp_path / "schedule.json"
    days = " ".join(str(7 * week) for week in range(1, 19))
    large = a_league("A B C D E F G H I J", days, format_=RoundRobin(times=2))
    document.write_bytes(write_league(large))
    command = [FLEXTIME, "solve", str(document), "--seconds", "3600", "--out", str(out)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as search:
        assert search.stderr
        for line in search.stderr:
            if "incumbent" in line:
                break
        # As a terminal does: to the command and to all of its workers.
        signal_group(search.pid)
        search.stderr.read()

    assert search.returncode == 0
    assert len(json.loads(out.read_bytes())["games"]) == 90


def signal_group(leader: int) -> None:
    subprocess.run(  # noqa: S603 - a signal to the group that this test has started
        ["/bin/kill", f"-{signal.SIGINT.value}", "--", f"-{leader}"], check=True
    )


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("schedule.xlsx", "is written to a .json or .csv file"),
        ("nowhere/schedule.json", "the folder must be there"),
        (".json/", "is written to a .json or .csv file"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_before_the_search(
    document: Path, tmp_path: Path, out: str, says: str
) -> None:
    result = CliRunner().invoke(
        app, ["solve", str(document), "--out", str(tmp_path / out)]
    )

    assert result.exit_code == 2
    assert says in result.stderr


def test_a_league_that_cannot_be_scheduled_is_refused_before_the_search(
    tmp_path: Path,
) -> None:
    path = tmp_path / "league.json"
    path.write_bytes(write_league(a_league(days="4 11")))

    result = CliRunner().invoke(app, ["solve", str(path)])
    assert result.exit_code == 2
    assert result.stderr == (
        f"flextime: {path}, /calendar/rounds: each team plays 3 games, at most one in"
        " each round, but the season has only 2 rounds\n"
    )
