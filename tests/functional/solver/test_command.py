"""`python -m flextime_solver` as the container's entry."""

import json
import os
import subprocess
import sys

import pytest

from builders import a_league
from flextime.serialization.json_documents import write_league


def solver(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {
        name: value for name, value in os.environ.items() if name != "BUCKET_NAME"
    }
    return subprocess.run(  # noqa: S603 - this project's own module
        [sys.executable, "-m", "flextime_solver", *arguments],
        input=given,
        capture_output=True,
        env=environment,
        check=False,
    )


def test_a_league_goes_in_and_its_result_comes_out() -> None:
    league = write_league(a_league("A B", "4 11 18"))

    ended = solver("--league", "--seconds", "5", given=league)

    assert ended.returncode == 0, ended.stderr
    result = json.loads(ended.stdout)
    assert result["status"] == "optimal"
    assert [game["home"] for game in result["schedule"]["games"]] in (["A"], ["B"])


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("--league",), b'{"id": 3', "standard input: not JSON"),
        (("--league",), b'{"id": 3}', "/id: "),
        (("--league", "--seconds", "0"), b"", "'0' is not a number of seconds"),
        (("--league", "--warm-up"), b"", "not allowed with"),
    ],
)
def test_bad_input_is_one_line(
    arguments: tuple[str, ...], given: bytes, said: str
) -> None:
    ended = solver(*arguments, given=given)

    assert ended.returncode == 2
    assert not ended.stdout
    assert said in ended.stderr.decode().splitlines()[-1]


def test_a_container_without_a_bucket_says_so() -> None:
    ended = solver()

    assert ended.returncode == 1
    assert ended.stderr.decode().splitlines() == [
        "ERROR environment variable BUCKET_NAME is not set; --help says what there is"
    ]
