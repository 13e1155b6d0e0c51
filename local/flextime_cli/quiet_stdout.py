"""Standard output is a command's answer, and nothing else's."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stdout_reserved() -> Iterator[None]:
    """Silence below Python: HiGHS greets on standard output, and no option stops it."""
    sys.stdout.flush()
    response = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(response, 1)
        os.close(response)
