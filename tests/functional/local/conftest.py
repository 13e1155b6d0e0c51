"""One small stack for all tests of this folder, with all kinds of things in it."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flextime_local.running import Running
from flextime_local.stack import Options, start

# Helpers of this folder are modules beside the tests, which are imported by path.
sys.path.insert(0, str(Path(__file__).parent))

from processes import TEMPLATE, client_of  # noqa: E402

type Client = Callable[[str], Any]
type Eventually = Callable[[Callable[[], Any]], Any]


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("stack")
    stack = start(Options(folder, http_port=0, aws_port=0, template=TEMPLATE))
    yield stack
    stack.stop()


@pytest.fixture(scope="session")
def client(running: Running) -> Client:
    return lambda service: client_of(running.aws_url, service)


@pytest.fixture(scope="session")
def eventually() -> Eventually:
    return wait_for


def wait_for(look: Callable[[], Any]) -> Any:
    """Return the first true answer; a test fails when there is none for long."""
    deadline_s = time.monotonic() + 30
    while time.monotonic() < deadline_s:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"never came true: {look}")
