"""Starts the whole system on this machine. Light to import: the work is in assembly.

>>> running = start(Options(Path(".flextime")))  # doctest: +SKIP
>>> token = running.sign_in("scheduler")  # doctest: +SKIP
>>> running.stop()  # doctest: +SKIP
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from flextime_local.unused_services import leave_out_unused_services

if TYPE_CHECKING:
    from flextime_local.running import Running

type Report = Callable[[str, float], None]
"""Told each phase of the start and its seconds."""


def _say_nothing(_phase: str, _seconds: float) -> None:
    return


@dataclass(frozen=True, slots=True)
class Options:
    data_dir: Path = Path(".flextime")
    """Everything that is kept; made when it is not there."""
    http_port: int = 8000
    """0 takes any free port, here and for `aws_port`."""
    aws_port: int = 4566
    template: Path = Path("template.yaml")
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Parameters of the template."""
    report: Report = _say_nothing


def start(options: Options) -> "Running":
    """Bring the stack up; returns when it answers.

    Raises
    ------
    PortInUseError, FolderInUseError, TemplateError
        With one line that says what to change.
    """
    begin_s = time.monotonic()
    leave_out_unused_services()
    from flextime_local.assembly import assemble  # noqa: PLC0415 - seconds of imports

    options.report("load moto and the translator", time.monotonic() - begin_s)
    return assemble(options, begin_s)
