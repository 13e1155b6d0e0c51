"""What `flextime demo` shows and concludes; the demonstration itself is in e2e."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from flextime_cli.application import app
from flextime_cli.demo.follow_run import follow
from flextime_cli.demo.summary import Summary, bound_km, comparison

SUMMARY = Summary(
    status="completed",
    hard_violations=0,
    soft_penalty=100,
    travel_km_rule3d=90_000,
    published_hard_violations=0,
    published_soft_penalty=0,
    published_travel_km_rule3d=100_000,
    bound_km=80_000,
    seconds=70.0,
    ready_seconds=6.0,
    run_seconds=62.0,
    seed=1,
    attempts=2,
)


def progress(status: str = "solving") -> dict[str, Any]:
    best = {"infeasibility": 0, "objective": 91_334.0, "travel_m": 91_234_000}
    attempt = {"attempt": "1", "elapsed_s": 3.0, "phase": "search", "bound": 80_000.0}
    return {
        "run": {"status": status, "outcome": None},
        "attempts": [attempt | best],
        "bound": 80_000.0,
    }


def shown(*states: dict[str, Any], terminal: bool) -> str:
    text = StringIO()
    screen = Console(file=text, force_terminal=terminal, width=100)
    assert follow(states, screen, seconds=6) == states[-1]
    return text.getvalue()


def test_less_travel_without_hard_violations_beats_the_published() -> None:
    assert SUMMARY.beats_the_published


@pytest.mark.parametrize(
    "worse",
    [
        replace(SUMMARY, hard_violations=1),
        replace(SUMMARY, travel_km_rule3d=100_000),
    ],
)
def test_a_broken_rule_or_as_much_travel_does_not(worse: Summary) -> None:
    assert not worse.beats_the_published


def test_the_scorecard_sets_both_schedules_side_by_side() -> None:
    text = StringIO()
    Console(file=text, width=100).print(comparison(SUMMARY))

    for figure in ("90,000 km", "100,000 km", "-10.0%", "80,000 km"):
        assert figure in text.getvalue()


def test_a_bound_in_points_is_worth_kilometres() -> None:
    assert bound_km(progress(), travel_points_per_km=2) == 40_000
    assert bound_km(progress(), travel_points_per_km=0) is None
    assert bound_km({**progress(), "bound": None}, travel_points_per_km=1) is None


def test_the_outcome_of_an_ended_run_has_the_last_word_on_the_bound() -> None:
    ended = progress("completed")
    ended["run"]["outcome"] = {"bound": 81_000.0}

    assert bound_km(ended, travel_points_per_km=1) == 81_000


def test_a_pipe_gets_a_line_for_every_change_of_status() -> None:
    lines = shown(
        progress("queued"),
        progress(),
        progress(),
        progress("completed"),
        terminal=False,
    ).splitlines()

    assert [line.split()[2] for line in lines] == ["queued", "solving", "completed"]
    assert "91,234 km" in lines[1]
    assert "hard penalty 0" in lines[1]
    assert "bound 80,000" in lines[1]


def test_a_terminal_gets_a_table_of_the_attempts() -> None:
    text = shown(progress(), terminal=True)

    assert "solving" in text
    assert "91,234" in text


@pytest.mark.parametrize(
    "options",
    [
        ("--seconds", "0"),
        ("--attempts", "11"),
        ("--seed", "-1"),
        ("--http-port", "65536"),
    ],
)
def test_numbers_out_of_range_are_refused(options: tuple[str, str]) -> None:
    result = CliRunner().invoke(app, ["demo", *options])

    assert result.exit_code == 2
    assert options[0] in result.stderr
