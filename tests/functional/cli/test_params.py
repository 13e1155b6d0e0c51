"""`flextime params`, and `--params` of the commands that search."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.portfolio import STRATEGIES
from flextime.serialization.json_documents import write_league
from flextime_cli.application import app

INSTANCE = Path(__file__).parents[2] / "data" / "robinx" / "four-teams.xml"


@pytest.fixture
def league(tmp_path: Path) -> Path:
    path = tmp_path / "league.json"
    days = "4 11 18 25 32 39"
    path.write_bytes(write_league(a_league(days=days, format_=RoundRobin(times=2))))
    return path


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_parameters_of_every_strategy_are_printed_as_json(strategy: str) -> None:
    result = CliRunner().invoke(app, ["params", strategy])

    assert result.exit_code == 0
    assert json.loads(result.stdout)["improve"]["anneals"]


def test_an_unknown_strategy_is_one_line_and_exit_code_2() -> None:
    result = CliRunner().invoke(app, ["params", "luck"])

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "flextime: no strategy is called 'luck'; there are " + ", ".join(STRATEGIES)
    ]


def test_printed_parameters_can_be_given_to_a_search(
    league: Path, tmp_path: Path
) -> None:
    params = tmp_path / "params.json"
    params.write_text(CliRunner().invoke(app, ["params", "cool"]).stdout)

    options = ["--seconds", "1", "--workers", "1", "--params", str(params)]
    result = CliRunner().invoke(app, ["solve", str(league), *options])

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '{"polish": {"lns": {"shares": 1}}}',
            "/polish/lns/shares: this field is not known",
        ),
        ('{"search": {"moves_per_call": 0}}', "/search: moves_per_call must be"),
        ("{", "not JSON"),
    ],
)
def test_a_fault_in_a_parameter_file_is_one_line_with_its_place(
    league: Path, tmp_path: Path, text: str, says: str
) -> None:
    params = tmp_path / "params.json"
    params.write_text(text)

    result = CliRunner().invoke(app, ["solve", str(league), "--params", str(params)])

    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert line.startswith(f"flextime: {params}")
    assert says in line


def test_a_missing_parameter_file_is_one_line(league: Path) -> None:
    result = CliRunner().invoke(app, ["solve", str(league), "--params", "none.json"])

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "flextime: none.json: no such file; flextime params prints all parameters"
    ]


def test_the_search_of_a_robinx_instance_reads_parameters_too(tmp_path: Path) -> None:
    params = tmp_path / "params.json"
    params.write_text('{"polish": 1}')
    out = tmp_path / "solution.xml"

    result = CliRunner().invoke(
        app,
        ["robinx", "solve", str(INSTANCE), "--out", str(out), "--params", str(params)],
    )

    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert line.startswith(f"flextime: {params}, /polish: ")
