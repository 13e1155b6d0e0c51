"""One small stack for all tests of this folder, with all kinds of things in it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from flextime_local.names import ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY
from flextime_local.running import Running
from flextime_local.stack import Options, start

type Client = Callable[[str], Any]
type Eventually = Callable[[Callable[[], Any]], Any]

TEMPLATE = Path(__file__).parent / "data" / "template.yaml"


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("stack")
    stack = start(Options(folder, http_port=0, aws_port=0, template=TEMPLATE))
    yield stack
    stack.stop()


@pytest.fixture(scope="session")
def client(running: Running) -> Client:
    return lambda service: client_of(running.aws_url, service)


def client_of(aws_url: str, service: str) -> Any:
    return boto3.session.Session().client(
        service,  # type: ignore[call-overload] # any service's name
        endpoint_url=aws_url,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY_ID,
        aws_secret_access_key=SECRET_ACCESS_KEY,
    )


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
