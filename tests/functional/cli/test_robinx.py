"""`flextime robinx`: instances imported, solved and judged; bad files refused."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flextime.serialization.json_documents import read_league
from flextime.serialization.robinx import read_instance, read_solution
from flextime_cli.application import app

FLEXTIME = str(Path(sys.executable).with_name("flextime"))
FOLDER = Path(__file__).parents[2] / "data" / "robinx"
INSTANCE = FOLDER / "four-teams.xml"
SOLUTION = FOLDER / "four-teams-solution.xml"


def robinx(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["robinx", *map(str, arguments)])


def changed(tmp_path: Path, file: Path, *changes: tuple[str, str]) -> Path:
    text = file.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / file.name
    path.write_text(text)
    return path


def refusal(result: Result) -> str:
    """The one line of a refused command."""
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def test_a_solution_is_judged_in_one_line() -> None:
    result = robinx("evaluate", INSTANCE, SOLUTION)

    assert result.exit_code == 0
    assert result.stdout == "infeasibility=0 objective=75\n"


def test_json_has_the_parts_that_add_up() -> None:
    result = robinx("evaluate", INSTANCE, SOLUTION, "--json")

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (found["infeasibility"], found["objective"]) == (0, 75)
    assert sum(part["penalty"] for part in found["violations"]) == 75
    assert {part["constraint"] for part in found["violations"]} == {
        "CA3-1",
        "BR2-1",
        "FA2-1",
    }


def test_a_solution_that_breaks_a_hard_rule_exits_with_1(tmp_path: Path) -> None:
    game = '<ScheduledMatch home="1" away="0" slot="0"/>'
    solution = changed(tmp_path, SOLUTION, (game, ""))

    result = robinx("evaluate", INSTANCE, solution)
    assert result.exit_code == 1
    # the game is missing, twice from the first half, and GA1 asks for it
    assert result.stdout.startswith("infeasibility=4 ")


def test_an_instance_becomes_a_league_that_other_commands_read(tmp_path: Path) -> None:
    league = tmp_path / "league.json"
    imported = robinx("import", INSTANCE, league)
    assert (imported.exit_code, imported.output) == (0, "")
    assert read_league(league.read_bytes()) == read_instance(INSTANCE.read_bytes())

    solved = CliRunner().invoke(app, ["check", str(league), "nowhere.csv"])
    assert "nowhere.csv: no such file" in solved.stderr


@contextmanager
def searching(out: Path) -> Iterator["subprocess.Popen[str]"]:
    """A search without an end, once it has kept its first solution."""
    files = ["--out", str(out), "--workers", "1"]
    command = [FLEXTIME, "robinx", "solve", str(INSTANCE), *files, "--seconds", "3600"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as search:
        while not out.exists():
            assert search.poll() is None
        yield search
        if search.poll() is None:
            search.kill()


def test_a_search_ends_with_its_proof_and_tells_the_best(tmp_path: Path) -> None:
    out = tmp_path / "solution.xml"
    with searching(out) as search:
        told, _ = search.communicate()

    assert search.returncode == 0
    judged = robinx("evaluate", INSTANCE, out)
    assert (judged.exit_code, judged.stdout) == (0, told)
    assert list(tmp_path.iterdir()) == [out]


def test_a_search_that_is_killed_has_left_its_best(tmp_path: Path) -> None:
    out = tmp_path / "solution.xml"
    with searching(out) as search:
        search.kill()
        search.communicate()

    league = read_instance(INSTANCE.read_bytes())
    assert len(read_solution(out.read_bytes(), league).games) == 12


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("<GA1 ", "<GA9 ", "/GameConstraints[1]/GA9[1]: unknown constraint"),
        ('mode="H"', 'mode="X"', "/CA1[1]/@mode: 'X' is not one of H, A, HA"),
        ('max="0"', 'max="many"', "/CA1[1]/@max: 'many' is not an integer"),
        ('"1,0;"', '"1,9;"', "/GA1[1]/@meetings: there is no team '9'"),
        ("</Instance>", "", "/: not well-formed XML: "),
        ("<Instance>", "<League>", "/: not well-formed XML: "),
    ],
)
def test_a_bad_instance_is_refused_by_all_and_nothing_is_written(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    instance = changed(tmp_path, INSTANCE, (old, new))
    out = tmp_path / "out"

    for result in (
        robinx("evaluate", instance, SOLUTION),
        robinx("import", instance, out),
        robinx("solve", instance, "--out", out),
    ):
        found = refusal(result)
        assert found.startswith(f"flextime: {instance}, ")
        assert line in found
    assert not out.exists()


def test_contradicting_hard_rules_are_refused_with_their_element(
    tmp_path: Path,
) -> None:
    # team 0 may not host in slot 0, and must host there
    instance = changed(
        tmp_path, INSTANCE, ('<GA1 meetings="1,0;"', '<GA1 meetings="0,1;"')
    )

    result = robinx("solve", instance, "--out", tmp_path / "out.xml")
    assert "/Instance/Constraints/GameConstraints[1]/GA1[1]: " in refusal(result)


def test_a_bad_solution_is_refused_with_its_element(tmp_path: Path) -> None:
    solution = changed(tmp_path, SOLUTION, ('home="1" away="0" slot="0"', 'home="1"'))

    assert refusal(robinx("evaluate", INSTANCE, solution)).endswith(
        "/Solution/Games/ScheduledMatch[1]/@away: this attribute is missing"
    )


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.xml"

    assert f"{nowhere}: no such file" in refusal(robinx("evaluate", nowhere, SOLUTION))
    assert f"{nowhere}: no such file" in refusal(robinx("evaluate", INSTANCE, nowhere))
    assert "is a folder" in refusal(robinx("evaluate", tmp_path, SOLUTION))
    assert "the folder must be there" in refusal(
        robinx("import", INSTANCE, tmp_path / "nowhere" / "league.json")
    )
