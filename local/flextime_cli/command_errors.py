"""Errors of commands: one line on standard error and exit code 2."""

from collections.abc import Callable
from functools import wraps

import typer

from flextime.domain.errors import FlexTimeError, InvalidInput

BAD_INPUT = 2
"""Typer's own exit code for a wrong option."""


class CommandError(Exception):
    """A command cannot be carried out; the message is what the user reads."""


def reporting_errors[**P](command: Callable[P, None]) -> Callable[P, None]:
    """Wrap a command so that errors in its input become one line, not a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (CommandError, FlexTimeError) as error:
            reason = str(error)
        except BrokenPipeError:
            raise  # whoever read our answer has had enough
        except OSError as error:
            reason = ": ".join(str(p) for p in (error.filename, error.strerror) if p)
        else:
            return
        typer.echo(f"flextime: {reason}", err=True)
        raise typer.Exit(BAD_INPUT)

    return run


def error_line(source: str, error: InvalidInput) -> CommandError:
    """Return the first problem of a document with its place, and how many follow."""
    first, *others = error.problems
    place = ", ".join(part for part in (source, first.pointer) if part)
    more = f" (and {len(others)} more)" if others else ""
    return CommandError(f"{place}: {first.message}{more}")
