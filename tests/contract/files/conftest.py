"""The same tests on a folder and on a bucket."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest

from fakes.folder_files import FolderObjects
from flextime.adapters.s3.objects import Objects
from flextime.adapters.s3.s3_objects import S3Objects
from in_moto import in_moto

BUCKET = "flextime-test"


@pytest.fixture(params=["folder", "bucket"])
def objects(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Objects]:
    if request.param == "folder":
        yield FolderObjects(tmp_path)
        return
    with in_moto(monkeypatch):
        client = boto3.client("s3")
        client.create_bucket(Bucket=BUCKET)
        yield S3Objects(client, BUCKET)
