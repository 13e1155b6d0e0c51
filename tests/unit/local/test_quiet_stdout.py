import os

import pytest

from flextime_cli.quiet_stdout import stdout_reserved


def test_only_the_answer_is_on_standard_output(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with stdout_reserved():
        os.write(1, b"what a solver has to say\n")
    os.write(1, b"the answer\n")

    assert capfd.readouterr() == ("the answer\n", "")
