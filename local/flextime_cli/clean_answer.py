"""Standard output is a command's answer, and nothing else's."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


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
