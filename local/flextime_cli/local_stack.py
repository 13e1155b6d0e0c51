"""Start the local stack for a command and stop it however the command ends."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from flextime_cli.command_errors import CommandError
from flextime_cli.signals import interrupt
from flextime_local.stack import Options, start

if TYPE_CHECKING:
    from flextime_local.running_stack import RunningStack

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
"""The one that `make deploy` deploys."""


@contextmanager
def running_stack(options: Options) -> "Iterator[RunningStack]":
    """Yield a running stack that is stopped after the block.

    SIGTERM ends the block like Ctrl-C.

    Raises
    ------
    CommandError
        If the stack cannot start, for example because a port is in use.
    """
    _quieten_engines()
    signal.signal(signal.SIGTERM, interrupt)
    try:
        stack = start(replace(options, template=TEMPLATE))
    except (RuntimeError, ValueError) as error:
        raise CommandError(str(error)) from error
    try:
        yield stack
    finally:
        stack.stop()


def stay_up(stack: "RunningStack", screen: Console) -> None:
    """Wait until Ctrl-C."""
    try:
        screen.print("Ctrl-C stops it.")
        stack.wait()
    except KeyboardInterrupt:
        screen.print("stopping")


def _quieten_engines() -> None:
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    for engine in ("moto", "werkzeug"):
        logging.getLogger(engine).setLevel(logging.ERROR)
