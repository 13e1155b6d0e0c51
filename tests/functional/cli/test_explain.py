"""`flextime explain`: from a league's document to the rules that are in conflict."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.leagues.league import League
from flextime.serialization.json_documents import write_league
from flextime_cli.application import app


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A must host twice, and cannot; Sundays have nothing to do with it."""
    (a,) = teams("A")
    rules: list[Constraint] = [
        a_rule(VenueUnavailable, team=a, slots=slots("1 2 3"), priority=2),
        a_rule(
            TeamGames, teams=(a,), slots=slots("1 2 3"), side=Side.HOME, min_games=2
        ),
        a_rule(NoSunday, teams=(a,)),
    ]
    return _written(a_league("A B C D", "1 2 3", rules), tmp_path)


def _written(league: League, folder: Path) -> Path:
    path = folder / "league.json"
    path.write_bytes(write_league(league))
    return path


def test_the_conflict_and_what_it_takes_are_told_in_words(document: Path) -> None:
    told = CliRunner().invoke(app, ["explain", str(document)])

    assert told.exit_code == 1
    assert (
        "venue_unavailable (venue unavailable: A; 2025-01-01, 2025-01-02" in told.stdout
    )
    assert "no_sunday" not in told.stdout
    assert "without any one of them, the others have a schedule" in told.stdout
    assert "give up venue_unavailable (priority 2): broken by 2" in told.stdout


def test_json_says_how_far_each_part_is_proven(document: Path) -> None:
    told = CliRunner().invoke(app, ["explain", str(document), "--json"])

    found = json.loads(told.stdout)
    assert found["finding"] == "conflict"
    assert set(found["conflict"]) == {"venue_unavailable", "team_games"}
    assert found["proven_minimal"]
    assert [price["rule"] for price in found["prices"]] == [
        "venue_unavailable",
        "team_games",
    ]


def test_a_league_that_counting_refuses_is_explained_too(tmp_path: Path) -> None:
    path = _written(a_league("A B C D", "1 2"), tmp_path)

    told = CliRunner().invoke(app, ["explain", str(path)])

    assert told.exit_code == 1
    assert "The format does not fit into the rounds" in told.stdout
    assert "/calendar/rounds: each team plays 3 games" in told.stderr


def test_a_league_with_a_schedule_has_nothing_to_explain(tmp_path: Path) -> None:
    path = _written(a_league("A B C D", "1 2 3"), tmp_path)

    told = CliRunner().invoke(app, ["explain", str(path)])

    assert told.exit_code == 0
    assert "nothing to explain" in told.stdout


def test_what_is_no_league_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "league.json"
    path.write_text('{"id": 7}')

    told = CliRunner().invoke(app, ["explain", str(path)])

    assert told.exit_code == 2
    assert told.stderr.startswith(f"flextime: {path}, /")
    assert len(told.stderr.splitlines()) == 1
