"""The state machine as a function: scripted answers in, its end out."""

from functools import partial

import pytest

from workflow.scripted_machine import Run, execute


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return partial(execute, monkeypatch=monkeypatch)
