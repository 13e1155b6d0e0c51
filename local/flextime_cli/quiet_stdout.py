"""Keep standard output free of anything but a command's result."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stdout_reserved() -> Iterator[None]:
    """Redirect file descriptor 1 inside the block.

    HiGHS prints a banner there below Python, and no option suppresses it.
    """
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
