"""Show a run's progress as the API reports it."""

from collections.abc import Iterable

from rich.console import Console

from flextime.domain.runs.attempts import Progress
from flextime.serialization.type_adapters import adapter_of
from flextime_cli.demo.api_client import Document
from flextime_cli.progress import progress_on


def follow(responses: Iterable[Document], screen: Console, seconds: float) -> Document:
    """Show every reported state of a run, and return the last one.

    `seconds` is the time limit of each attempt.
    """
    last: Document = {}
    with progress_on(screen, seconds) as show:
        for last in responses:
            attempts = map(adapter_of(Progress).validate_python, last["attempts"])
            show(last["run"]["status"], tuple(attempts))
    return last
