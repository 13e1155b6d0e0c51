"""One small stack for all tests of this folder, with all kinds of things in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flextime_local.running_stack import RunningStack
from flextime_local.stack import Options, start
from functional.local.fixtures import Client, Eventually
from functional.local.processes import TEMPLATE, client_of, wait_for


@pytest.fixture(scope="package")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stack")


@pytest.fixture(scope="package")
def running(data_folder: Path) -> Iterator[RunningStack]:
    stack = start(Options(data_folder, http_port=0, aws_port=0, template=TEMPLATE))
    yield stack
    stack.stop()


@pytest.fixture(scope="package")
def client(running: RunningStack) -> Client:
    return lambda service: client_of(running.endpoint, service)


@pytest.fixture(scope="package")
def eventually() -> Eventually:
    return wait_for
