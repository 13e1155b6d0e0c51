"""`flextime leagues`."""

import json
from pathlib import Path

from jsonschema import validate
from typer.testing import CliRunner, Result

from flextime import shipped_leagues
from flextime.domain.leagues.preflight import preflight
from flextime.serialization.json_documents import read_league
from flextime_cli.application import app

EXAMPLE = Path(__file__).parents[3] / "docs" / "league.example.json"
MENS = "big12-mbb-2024-25"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["leagues", *arguments])


def test_every_shipped_league_is_listed() -> None:
    listed = run().stdout

    assert all(league in listed for league in shipped_leagues.league_ids())


def test_a_document_is_printed_as_it_is_shipped() -> None:
    assert json.loads(run(MENS).stdout)["id"] == MENS


def test_its_published_schedule_is_printed_too() -> None:
    assert len(json.loads(run(MENS, "--published").stdout)["games"]) == 160


def test_an_unknown_league_is_refused_in_one_line() -> None:
    result = run("nba")

    assert result.exit_code == 2
    assert result.stderr == "flextime: no shipped league is called 'nba'\n"


def test_the_documented_example_is_a_league_by_the_printed_schema() -> None:
    example = EXAMPLE.read_text()

    validate(json.loads(example), json.loads(run("--schema").stdout))
    assert preflight(read_league(example)) == ()
