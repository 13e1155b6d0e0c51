"""Starts the whole system on this machine. Light to import: the work is in assembly.

>>> running = start(Options(Path(".flextime")))  # doctest: +SKIP
>>> token = running.sign_in("scheduler")  # doctest: +SKIP
>>> running.stop()  # doctest: +SKIP
"""

import time
from typing import TYPE_CHECKING

from flextime_local.options import Options
from flextime_local.unused_services import leave_out_unused_services

if TYPE_CHECKING:
    from flextime_local.running_stack import RunningStack

__all__ = ["Options", "start"]


def start(options: Options) -> "RunningStack":
    """Bring the stack up; returns when it answers.

    Raises
    ------
    PortInUseError, FolderInUseError, TemplateError
        With one line that says what to change.
    """
    begin_s = time.monotonic()
    leave_out_unused_services()
    from flextime_local.startup import start_up  # noqa: PLC0415 - seconds of imports

    options.report("load moto and the translator", time.monotonic() - begin_s)
    return start_up(options, begin_s)
