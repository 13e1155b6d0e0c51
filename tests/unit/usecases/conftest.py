from pathlib import Path

import pytest

from runs import RunScenario


@pytest.fixture
def scenario(tmp_path: Path) -> RunScenario:
    return RunScenario(tmp_path)
