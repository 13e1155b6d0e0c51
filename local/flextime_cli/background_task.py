"""Questions that take a while: asked beside the terminal, which Ctrl-C gives back."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread

from rich.console import Console

from flextime_cli.quiet_stdout import stdout_reserved


def run_in_background[Response](
    screen: Console, doing: str, question: Callable[[], Response]
) -> Response:
    """Ask in a thread of its own, so that Ctrl-C is heard while a solver works."""
    future: Future[Response] = Future()

    def ask() -> None:
        try:
            future.set_result(question())
        except BaseException as error:  # noqa: BLE001 - handed to whoever asked
            future.set_exception(error)

    with stdout_reserved(), screen.status(doing):
        Thread(target=ask, daemon=True).start()
        return future.result()
