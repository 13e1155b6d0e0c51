"""`flextime repair`: from a schedule and what happened to ranked repairs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import a_league, a_schedule
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import GameStatus
from flextime.serialization.json_documents import (
    read_schedule,
    write_league,
    write_schedule,
)
from flextime_cli.application import app

DAYS = "1 2 3 4"
LEAGUE = a_league("A B C D", DAYS)
SCHEDULE = a_schedule("A-B C-D | C-A D-B | A-D B-C", DAYS)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "league.json").write_bytes(write_league(LEAGUE))
    (tmp_path / "schedule.json").write_bytes(write_schedule(SCHEDULE))
    return tmp_path


def repair(folder: Path, *options: str, schedule: str = "schedule.json") -> Result:
    documents = [str(folder / "league.json"), str(folder / schedule)]
    return CliRunner().invoke(app, ["repair", *documents, *options])


def test_a_postponed_game_moves_to_the_reserve_date(folder: Path) -> None:
    told = repair(folder, "--postpone", "B-at-A")

    assert told.exit_code == 0
    assert told.stdout.startswith("1. 1 game moves, 2 teams, 3 days of notice")
    assert "B at A: Wed 2025-01-01 → Sat 2025-01-04" in told.stdout


def test_repairs_are_written_in_their_order_and_are_feasible(folder: Path) -> None:
    out = folder / "repair.json"
    told = repair(
        folder,
        "--team-out",
        "A",
        "2025-01-02",
        "2025-01-02",
        "--out",
        str(out),
        "--json",
    )

    found = json.loads(told.stdout)["repairs"]
    files = sorted(folder.glob("repair-*.json"))
    assert [file.name for file in files] == [f"repair-{n}.json" for n in (1, 2, 3)]
    for file, one in zip(files, found, strict=True):
        schedule = read_schedule(file.read_bytes(), LEAGUE)
        assert check(LEAGUE, schedule).score.feasible
        assert len(schedule.games) == len(one["schedule"]["games"])


def test_nothing_before_the_locked_date_changes(folder: Path) -> None:
    told = repair(
        folder, "--postpone", "D-at-A", "--locked-until", "2025-01-03", "--json"
    )

    moves = [m for one in json.loads(told.stdout)["repairs"] for m in one["moves"]]
    assert moves
    assert all(move["after"]["slot"] in {"3", "4"} for move in moves)


def test_without_a_way_out_that_is_said(folder: Path) -> None:
    told = repair(
        folder, "--arena-lost", "A", "2025-01-01", "2025-01-04", "--number", "1"
    )
    none = repair(folder, "--team-out", "A", "2025-01-01", "2025-01-02")

    assert told.exit_code == 0
    assert none.exit_code == 1
    assert none.stdout.splitlines()[0] == "No repair keeps the hard rules: proven."
    assert "A plays 3 games" in none.stdout
    assert "Room comes from reserve dates" in none.stdout


def test_a_played_game_is_repaired_only_as_of_its_day(folder: Path) -> None:
    games = tuple(replace(g, status=GameStatus.PLAYED) for g in SCHEDULE.games)
    played = replace(SCHEDULE, games=games)
    (folder / "played.json").write_bytes(write_schedule(played))

    refused = repair(folder, "--postpone", "B-at-A", schedule="played.json")
    told = repair(
        folder, "--postpone", "B-at-A", "--today", "2025-01-01", schedule="played.json"
    )

    assert refused.exit_code == 2
    assert "has been played; with --today DATE" in refused.stderr
    assert told.exit_code == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--postpone", "B-at-C2"], "no such game; did you mean"),
        (["--team-out", "E", "2025-01-01", "2025-01-02"], "no team of this league"),
        (["--team-out", "A", "1 January", "2025-01-02"], "looks like 2025-01-31"),
        (["--arena-lost", "A", "2025-01-02", "2025-01-01"], "comes before"),
        (["--arena-lost", "A", "2026-01-01", "2026-01-02"], "no game day lies"),
        (["--postpone", "B-at-A", "--lift", "rest"], "the league has no such rule"),
        (["--postpone", "B-at-A", "--out", "nowhere/r.json"], "the folder must be"),
        ([], "nothing to repair"),
    ],
)
def test_what_means_nothing_is_refused_in_one_line(
    folder: Path, options: list[str], says: str
) -> None:
    told = repair(folder, *options)

    assert told.exit_code == 2
    assert says in told.stderr
    assert len(told.stderr.splitlines()) == 1
