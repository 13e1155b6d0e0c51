"""Questions that take a while: asked beside the terminal, which Ctrl-C gives back."""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread

from rich.console import Console


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


@contextmanager
def answer_kept_clean() -> Iterator[None]:
    """HiGHS greets on standard output, where a command's answer goes: not here."""
    sys.stdout.flush()
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(answer, 1)
        os.close(answer)
