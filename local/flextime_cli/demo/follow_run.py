"""A run's answers from the API, shown as they come."""

from collections.abc import Iterable

from rich.console import Console

from flextime.domain.runs.attempts import Progress
from flextime.serialization.type_adapters import adapter_of
from flextime_cli.demo.api_client import Document
from flextime_cli.progress import progress_on


def follow(responses: Iterable[Document], screen: Console, seconds: float) -> Document:
    """Show every state of a run of attempts of `seconds` each; returns the last."""
    last: Document = {}
    with progress_on(screen, seconds) as show:
        for last in responses:
            attempts = map(adapter_of(Progress).validate_python, last["attempts"])
            show(last["run"]["status"], tuple(attempts))
    return last
