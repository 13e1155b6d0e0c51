"""Objects in an S3 bucket."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from flextime.adapters.aws_errors import translate_errors

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class S3Objects:
    """An `Objects` on one bucket; S3 shows a write to every later read.

    Parameters
    ----------
    client
        The S3 client of boto3.
    bucket
        Name of the bucket.
    """

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def get(self, key: str) -> bytes | None:
        """Read an object; None if there is none."""
        try:
            with translate_errors("S3"):
                found = self._client.get_object(Bucket=self._bucket, Key=key)
                return found["Body"].read()
        except self._client.exceptions.NoSuchKey:
            return None

    def put(self, key: str, body: bytes) -> None:
        """Create or replace an object."""
        with translate_errors("S3"):
            self._client.put_object(
                Bucket=self._bucket, Key=key, Body=body, ContentType="application/json"
            )

    def put_new(self, key: str, body: bytes) -> bool:
        """Create an object unless it exists; return whether it was created."""
        try:
            with translate_errors("S3"):
                self._client.put_object(
                    Bucket=self._bucket,
                    Key=key,
                    Body=body,
                    ContentType="application/json",
                    IfNoneMatch="*",
                )
        except ClientError as error:
            if _status(error) == HTTPStatus.PRECONDITION_FAILED:
                return False
            raise
        return True

    def exists(self, key: str) -> bool:
        """Whether there is an object."""
        try:
            with translate_errors("S3"):
                self._client.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if _status(error) == HTTPStatus.NOT_FOUND:
                return False
            raise
        return True

    def keys(self, prefix: str) -> list[str]:
        """List the keys that start with `prefix`, sorted."""
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=prefix
        )
        with translate_errors("S3"):
            return [
                found["Key"] for page in pages for found in page.get("Contents", [])
            ]


def _status(error: ClientError) -> int:
    return error.response["ResponseMetadata"]["HTTPStatusCode"]
