"""Questions that take a while: asked beside the terminal, which Ctrl-C gives back."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread

from rich.console import Console

from flextime_cli.clean_answer import answer_kept_clean


def answer_to[Answer](
    screen: Console, doing: str, question: Callable[[], Answer]
) -> Answer:
    """Ask in a thread of its own, so that Ctrl-C is heard while a solver works."""
    future: Future[Answer] = Future()

    def ask() -> None:
        try:
            future.set_result(question())
        except BaseException as error:  # noqa: BLE001 - handed to whoever asked
            future.set_exception(error)

    with answer_kept_clean(), screen.status(doing):
        Thread(target=ask, daemon=True).start()
        return future.result()
