"""Transient errors of AWS become `Unavailable`, others pass."""

from collections.abc import Callable

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from flextime.adapters.s3.s3_objects import S3Objects
from flextime.domain.errors import Unavailable
from in_moto import in_moto

_AT_ONCE = Config(
    connect_timeout=0.2, read_timeout=0.2, retries={"total_max_attempts": 1}
)


@pytest.mark.parametrize(
    "call",
    [
        lambda objects: objects.get("k"),
        lambda objects: objects.put("k", b"1"),
        lambda objects: objects.put_new("k", b"1"),
        lambda objects: objects.exists("k"),
        lambda objects: objects.keys("k"),
    ],
    ids=["get", "put", "put_new", "exists", "keys"],
)
def test_a_bucket_that_does_not_answer_is_unavailable(
    call: Callable[[S3Objects], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    # Port 9 of this machine: nobody listens.
    client = boto3.client(
        "s3",
        region_name="us-east-1",
        endpoint_url="http://127.0.0.1:9",
        config=_AT_ONCE,
    )

    with pytest.raises(Unavailable, match="S3 does not answer"):
        call(S3Objects(client, "flextime"))


def test_a_missing_bucket_is_an_error_of_the_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with in_moto(monkeypatch):
        objects = S3Objects(boto3.client("s3"), "flextime-missing")

        with pytest.raises(ClientError):
            objects.put("k", b"1")
