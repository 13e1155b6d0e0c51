"""`flextime alternatives` and `flextime enumerate`: more than one schedule."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.schedules.checker import check
from flextime.serialization.json_documents import read_schedule, write_league
from flextime_cli.application import app

LEAGUE = a_league("A B C D", "4 11 18 25 32 39", format_=RoundRobin(times=2))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "league.json"
    path.write_bytes(write_league(LEAGUE))
    return path


def test_alternatives_differ_as_asked_and_are_near_the_best(
    document: Path, tmp_path: Path
) -> None:
    options = ["--differ", "50", "--within", "5", "--out", str(tmp_path / "a.json")]
    told = CliRunner().invoke(app, ["alternatives", str(document), *options])

    assert told.exit_code == 0
    assert "The first is proven to be the best." in told.stdout
    files = sorted(tmp_path.glob("a-*.json"))
    schedules = [read_schedule(file.read_bytes(), LEAGUE) for file in files]
    assert len(schedules) == 3
    costs = [check(LEAGUE, schedule).score.objective for schedule in schedules]
    assert max(costs) <= 1.05 * costs[0]
    for one, other in combinations(schedules, 2):
        places = [{(g.home, g.away, g.slot) for g in s.games} for s in (one, other)]
        assert len(places[0] & places[1]) <= 6


def test_alternatives_in_json_carry_their_schedules(document: Path) -> None:
    told = CliRunner().invoke(
        app, ["alternatives", str(document), "--number", "2", "--json"]
    )

    found = json.loads(told.stdout)
    assert [len(one["games"]) for one in found["schedules"]] == [12, 12]


def test_all_schedules_of_a_small_league_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "league.json"
    path.write_bytes(write_league(a_league("A B C", "4 11 18")))

    told = CliRunner().invoke(app, ["enumerate", str(path)])
    some = CliRunner().invoke(app, ["enumerate", str(path), "--limit", "5"])

    # who plays when: 3! orders of three games; who hosts: 2 ways for each
    assert told.stdout == "exactly 48 schedules: proven\n"
    assert told.exit_code == 0
    assert some.stdout.startswith("5 schedules found, the limit came before the proof")
    assert some.exit_code == 1


def test_each_schedule_is_written(tmp_path: Path) -> None:
    path = tmp_path / "league.json"
    path.write_bytes(write_league(a_league("A B C", "4 11 18")))

    CliRunner().invoke(app, ["enumerate", str(path), "--out", str(tmp_path / "s.csv")])

    assert len(list(tmp_path.glob("s-??.csv"))) == 48
