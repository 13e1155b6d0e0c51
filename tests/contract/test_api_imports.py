"""The API can be imported anywhere: importing it builds nothing and needs no AWS."""

import os
import subprocess
import sys

from contract.templates import ROOT


def test_the_handler_is_imported_without_any_variable_of_aws() -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "functions"),
    }
    program = "import api.app; print(callable(api.app.handler))"
    done = subprocess.run(  # noqa: S603 - this interpreter, a fixed program
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("True\n", "")
