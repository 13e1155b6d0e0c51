"""`flextime check` on shipped leagues and on files with faults."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.serialization.tables.schedules import write_schedule_csv
from flextime_cli.application import app

MENS = "big12-mbb-2024-25"


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


@pytest.fixture
def league() -> dict[str, Any]:
    """The document of the men's season, to be spoilt."""
    document: dict[str, Any] = json.loads(shipped_leagues.document(LeagueId(MENS)))
    return document


@pytest.fixture
def schedule_csv(tmp_path: Path) -> Path:
    """The published schedule of the men's season."""
    name = LeagueId(MENS)
    path = tmp_path / "schedule.csv"
    path.write_text(
        write_schedule_csv(
            shipped_leagues.read_published(name), shipped_leagues.read(name)
        )
    )
    return path


def saved(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "league.json"
    path.write_text(json.dumps(document))
    return path


def refusal(result: Result) -> str:
    """The one line of a refused command."""
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def test_the_published_schedule_of_a_shipped_league_is_feasible() -> None:
    result = check(MENS)

    assert result.exit_code == 0
    assert "no hard violation" in result.stdout
    assert "336,701" in result.stdout


def test_a_csv_is_judged_like_the_document(schedule_csv: Path) -> None:
    assert check(MENS, schedule_csv).stdout == check(MENS).stdout


def test_json_has_the_parts_and_every_team(schedule_csv: Path) -> None:
    analysis = json.loads(check(MENS, schedule_csv, "--json").stdout)

    assert analysis["feasible"] is True
    assert analysis["score"]["hard_violations"] == 0
    assert analysis["travel_total"] == {
        "round_trips_km": 409_535,
        "three_day_rule_km": 336_701,
        "chain_km": 328_508,
    }
    assert len(analysis["travel"]) == 16


def test_a_missing_game_is_named_and_exits_with_1(schedule_csv: Path) -> None:
    lines = schedule_csv.read_text().splitlines()
    schedule_csv.write_text("\n".join(lines[:-1]))

    result = check(MENS, schedule_csv, "--json")
    analysis = json.loads(result.stdout)
    assert result.exit_code == 1
    assert analysis["feasible"] is False
    assert "games_per_team" in {v["kind"] for v in analysis["violations"]}


def test_every_rule_is_listed_on_demand() -> None:
    assert "byu-never-on" in check(MENS, "--all").stdout
    assert "byu-never-on" not in check(MENS).stdout


def test_an_unknown_team_is_named_with_its_row_and_column(schedule_csv: Path) -> None:
    text = schedule_csv.read_text().replace("TCU", "TCUU", 1)
    schedule_csv.write_text(text)

    line = refusal(check(MENS, schedule_csv))
    assert line.startswith(f"flextime: {schedule_csv}, row ")
    assert ", column " in line
    assert line.endswith("called 'TCUU'; did you mean TCU?")


def test_a_date_outside_the_season_is_named(schedule_csv: Path) -> None:
    text = schedule_csv.read_text().replace("2025-03-08", "2025-03-09", 1)
    schedule_csv.write_text(text)

    assert "column date: the season has no slot on 2025-03-09" in refusal(
        check(MENS, schedule_csv)
    )


def test_a_duplicate_team_is_named(tmp_path: Path, league: dict[str, Any]) -> None:
    league["teams"].append(league["teams"][0])

    line = refusal(check(saved(tmp_path, league), "schedule.csv"))
    assert "/teams/16/id: another team has the id 'arizona'" in line


def test_a_rule_on_an_unknown_slot_is_named(
    tmp_path: Path, league: dict[str, Any]
) -> None:
    league["constraints"].append(
        {
            "id": "dark",
            "kind": "venue_unavailable",
            "team": "byu",
            "slots": ["2025-07-04"],
        }
    )

    line = refusal(check(saved(tmp_path, league), "schedule.csv"))
    assert "/constraints/17/slots/0: this league has no slot" in line


def test_fewer_rounds_than_games_are_refused(
    tmp_path: Path, league: dict[str, Any]
) -> None:
    del league["calendar"]["rounds"][19]
    league["constraints"][11]["slots"].remove("2025-03-08")

    line = refusal(check(saved(tmp_path, league), "schedule.csv"))
    assert "/calendar/rounds: each team plays 20 games" in line


def test_an_odd_number_of_games_half_at_home_is_refused(
    tmp_path: Path, league: dict[str, Any]
) -> None:
    league["format"]["games"] = 19

    line = refusal(check(saved(tmp_path, league), "schedule.csv"))
    assert "/constraints/2/max_difference: an odd number of 19 games" in line


def test_a_fixed_game_in_a_dark_arena_is_refused(
    tmp_path: Path, league: dict[str, Any]
) -> None:
    slots = ["2025-01-04"]
    league["constraints"] += [
        {"id": "dark", "kind": "venue_unavailable", "team": "byu", "slots": slots},
        {
            "id": "fixed",
            "kind": "fixed_game",
            "home": "byu",
            "away": "utah",
            "slots": slots,
        },
    ]

    line = refusal(check(saved(tmp_path, league), "schedule.csv"))
    assert "/constraints/18/slots: Utah at BYU cannot be on 2025-01-04" in line
    assert "the venue of BYU is not available" in line


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00\xff"])
def test_a_league_that_is_no_document_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "league.json"
    path.write_text(text, encoding="latin-1")

    assert refusal(check(path, "schedule.csv")).startswith(f"flextime: {path}")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere.json: no such file" in refusal(check(tmp_path / "nowhere.json"))
    assert "nowhere.csv: no such file" in refusal(check(MENS, tmp_path / "nowhere.csv"))


def test_a_schedule_of_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "schedule.xlsx"
    path.write_bytes(b"PK")

    assert "a schedule is a .json or .csv file" in refusal(check(MENS, path))


def test_a_league_without_a_published_schedule_needs_a_file(
    tmp_path: Path, league: dict[str, Any]
) -> None:
    league["id"] = "ours"

    assert "not shipped with a published schedule" in refusal(
        check(saved(tmp_path, league))
    )
