"""AWS simulated by moto in this process, with fake credentials."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from moto import mock_aws

REGION = "us-east-1"


@contextmanager
def in_moto(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Simulate AWS within the block."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    # A running local stack would use the same tables and queues.
    threads = {thread.name for thread in threading.enumerate()}
    assert "aws-endpoint" not in threads, "a local stack still runs in this process"
    with mock_aws():
        yield
