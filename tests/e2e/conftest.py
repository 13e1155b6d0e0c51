"""One whole system for all tests of this folder that do not cut its power."""

from collections.abc import Iterator

import pytest

from e2e.conference_office import Office
from e2e.whole_system import WholeSystem


@pytest.fixture(scope="package")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeSystem]:
    started = WholeSystem.start(tmp_path_factory.mktemp("flextime") / "data")
    yield started
    started.stop()


@pytest.fixture(scope="package")
def office(system: WholeSystem) -> Iterator[Office]:
    with Office.of(system) as signed_in:
        yield signed_in
