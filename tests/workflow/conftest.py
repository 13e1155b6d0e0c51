"""The state machine as a function of the results of its tasks."""

from functools import partial

import pytest

from workflow.scripted_machine import Run, execute


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return partial(execute, monkeypatch=monkeypatch)
