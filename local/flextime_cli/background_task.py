"""Run long computations in a thread, so that Ctrl-C stays responsive."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread

from rich.console import Console

from flextime_cli.quiet_stdout import stdout_reserved


def run_in_background[Response](
    screen: Console, doing: str, question: Callable[[], Response]
) -> Response:
    """Return the result of `question`, computed in a thread of its own.

    The screen shows `doing` meanwhile. Errors of `question` are raised here.
    """
    future: Future[Response] = Future()

    def ask() -> None:
        try:
            future.set_result(question())
        except BaseException as error:  # noqa: BLE001 - raised in the caller
            future.set_exception(error)

    with stdout_reserved(), screen.status(doing):
        Thread(target=ask, daemon=True).start()
        return future.result()
