"""AWS in this process, with keys that open nothing anywhere else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from moto import mock_aws

REGION = "us-east-1"


@contextmanager
def in_moto(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    # A stack would go on in the same tables and queues, and log into the test's log.
    threads = {thread.name for thread in threading.enumerate()}
    assert "aws-endpoint" not in threads, "a local stack still runs in this process"
    with mock_aws():
        yield
